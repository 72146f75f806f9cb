"""Reader comments over HTTP: a ninja router to mount under ``comments/``.

What is said and decided lives in ``wagtail_gulf_summit.comments``.
"""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Router
from ninja.decorators import decorate_view

from wagtail_gulf_summit.comments import confirming, editing, posting, reporting, threads
from wagtail_gulf_summit.comments.challenge import new_challenge
from wagtail_gulf_summit.comments.counts import public_counts
from wagtail_gulf_summit.comments.locking import comment_not_found
from wagtail_gulf_summit.comments.pages import find_page, page_not_found
from wagtail_gulf_summit.comments.policy import PagePolicy, policy_of
from wagtail_gulf_summit.comments.readers import client_address, ip_key
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.tokens import issue_edit_token, new_form_token
from wagtail_gulf_summit.conf import conf

from . import comment_privacy
from . import comment_schemas as schemas
from .comment_doors import answer, member_of, receipt, refusals_as_problems, site_of, small_json_only
from .comment_parameters import ORDER, PAGE, PAGES, ROOT
from .http import place_of
from .operations import BAD_REQUEST, NOT_FOUND, get
from .parameters import COUNT, CURSOR, DEFAULT_LIMIT, LIMIT

router = Router(tags=["comments"])
comment_privacy.add_to(router)

EditToken = Annotated[str, Header("", alias="X-Edit-Token", max_length=500)]


@get(
    router,
    "token/",
    {200: schemas.Token, **NOT_FOUND},
    PAGE,
    summary="A token for one comment on a page",
    url_name="comments_token",
    revalidates=False,
    personal=True,
)
@refusals_as_problems
def get_comments_token(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Ask for it when the form is shown: it serves once, after 2 seconds and for 2 hours."""
    member = member_of(request)
    found = find_page(values["page"], site_of(request))
    youngest, oldest = conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE
    form_token, digest = new_form_token(found.pk, member.pk if member else None)
    document = schemas.Token(
        token=form_token,
        not_before_seconds=youngest,
        expires_in_seconds=oldest,
        policy=schemas.PolicyInForce.of(policy_of(found)),
        max_length=conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH,
        max_depth=conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH,
        confirm_email=conf.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL and member is None,
        challenge=new_challenge(digest),
    )
    return answer(document, vary="Cookie")


@get(
    router,
    "counts/",
    {200: schemas.Counts, **BAD_REQUEST},
    PAGES,
    summary="How many comments pages have",
    url_name="comments_counts",
    revalidates=False,
)
def count_comments(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Pages that the public cannot read are left out."""
    ids = values["pages"]
    counted = public_counts(ids, site_of(request))
    items = [schemas.Count(page=page, count=counted[page]) for page in ids if page in counted]
    return answer(schemas.Counts(items=items))


@router.post("confirm/", response=schemas.Receipt, summary="Confirm a comment with the token from the mail")
@decorate_view(small_json_only)
@refusals_as_problems
def confirm(request: HttpRequest, payload: schemas.Confirmation) -> HttpResponse:
    comment = confirming.confirm(payload.token, site_of(request), request)
    return receipt(request, comment)


@get(
    router,
    "",
    {200: schemas.Listing, **NOT_FOUND},
    PAGE,
    CURSOR,
    LIMIT,
    ORDER,
    ROOT,
    COUNT,
    summary="The approved comments of a page",
    url_name="comments",
    revalidates=False,
)
@refusals_as_problems
def list_comments(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """A flat list: each root, then its replies in their order. With `root`, further replies of that thread."""
    page, cursor, limit = values["page"], values.get("cursor", ""), values.get("limit", DEFAULT_LIMIT)
    if "root" in values:
        policy, listed = _replies(request, page, values["root"], cursor, limit)
    else:
        policy, listed = _roots(request, page, cursor, limit, values.get("order", threads.NEWEST))
    document: dict[str, Any] = {"items": listed.items, "next": listed.next, "policy": policy.in_force()}
    if values.get("count"):
        document["count"] = public_counts([page], site_of(request)).get(page, 0)
    return answer(document)


def _roots(request: HttpRequest, page: int, cursor: str, limit: int, order: str) -> tuple[PagePolicy, threads.Listing]:
    found = threads.list_page(page, place_of(request), cursor=cursor, limit=limit, order=order)
    if found is None:
        raise page_not_found()
    return found


def _replies(
    request: HttpRequest, page: int, root: int, cursor: str, limit: int
) -> tuple[PagePolicy, threads.Listing]:
    site = site_of(request)
    found = find_page(page, site)
    policy = policy_of(found)
    if not policy.shows_comments:
        return policy, threads.Listing([], None)
    listed = threads.list_replies(found, site, root, cursor=cursor, limit=limit)
    if listed is None:
        raise comment_not_found()
    return policy, listed


@router.post("", response={201: schemas.Receipt, 202: schemas.Receipt}, summary="Post a comment")
@decorate_view(small_json_only)
@refusals_as_problems
def post(
    request: HttpRequest,
    payload: schemas.NewComment,
    idempotency_key: Annotated[str, Header("", alias="Idempotency-Key", max_length=255)] = "",
) -> HttpResponse:
    """201 when it is published at once, otherwise 202 with the state it waits in."""
    posted = posting.post(
        posting.NewComment(
            page=find_page(payload.page, site_of(request)),
            name=payload.name,
            email=payload.email,
            url=payload.url,
            body=payload.body,
            parent_id=payload.parent,
            language=payload.language,
            followup=payload.followup,
            honeypot=payload.honeypot,
            challenge=payload.challenge,
            token=payload.token,
            idempotency_key=idempotency_key,
            user=member_of(request),
            address=client_address(request),
            user_agent=request.headers.get("User-Agent", "")[:500],
            request=request,
        )
    )
    status = 201 if posted.comment.state == State.APPROVED else 202
    edit_token = issue_edit_token(posted.comment.pk) if posted.by_its_author else ""
    return receipt(request, posted.comment, status=status, edit_token=edit_token)


@router.post("{comment_id}/report/", response={202: schemas.Reported}, summary="Report a comment to the moderators")
@decorate_view(small_json_only)
@refusals_as_problems
def report(request: HttpRequest, comment_id: schemas.Id, payload: schemas.Report) -> HttpResponse:
    """One report per reader: a second one changes nothing, and is answered as the first."""
    member = member_of(request)
    reader = reporting.reader_key(member.pk if member else None, ip_key(client_address(request)))
    reporting.report(comment_id, site_of(request), reader=reader, reason=payload.reason, details=payload.details)
    return answer(schemas.Reported(id=comment_id), status=202)


@router.patch("{comment_id}/", response=schemas.Receipt, summary="Change one's comment")
@decorate_view(small_json_only)
@refusals_as_problems
def edit(
    request: HttpRequest, comment_id: schemas.Id, payload: schemas.Edit, edit_token: EditToken = ""
) -> HttpResponse:
    """Within the window, with the token that came with the comment; it is judged again."""
    return receipt(request, editing.edit(comment_id, edit_token, payload.body, site_of(request)))


@router.delete("{comment_id}/", response=schemas.Receipt, summary="Withdraw one's comment")
@decorate_view(small_json_only)
@refusals_as_problems
def withdraw(request: HttpRequest, comment_id: schemas.Id, edit_token: EditToken = "") -> HttpResponse:
    """Within the window, with the token that came with the comment; replies stay."""
    return receipt(request, editing.withdraw(comment_id, edit_token))
