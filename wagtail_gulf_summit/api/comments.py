"""Reader comments over HTTP: a ninja router to mount under ``comments/``.

What is said and decided lives in ``wagtail_gulf_summit.comments``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import pydantic_core
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Header, Query, Router
from ninja.decorators import decorate_view
from pydantic import Field
from wagtail.models import Site

from wagtail_gulf_summit.comments import confirming, editing, posting, reporting, threads
from wagtail_gulf_summit.comments.challenge import new_challenge
from wagtail_gulf_summit.comments.counts import public_counts
from wagtail_gulf_summit.comments.errors import Refusal, StateConflict
from wagtail_gulf_summit.comments.locking import comment_not_found
from wagtail_gulf_summit.comments.messages import state_message
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.pages import find_page
from wagtail_gulf_summit.comments.policy import policy_of
from wagtail_gulf_summit.comments.readers import client_address, ip_key
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.tokens import issue_edit_token, issue_form_token
from wagtail_gulf_summit.conf import conf

from . import comment_schemas as schemas
from .problems import Problem, problem_response, refuse_unknown, too_large

router = Router(tags=["comments"])

#: Far above any comment, and below what a server should read for a stranger.
MAX_BODY_BYTES = 1_000_000
MAX_COUNTED_PAGES = 100

STATUS = {
    "token-missing": 403,
    "token-invalid": 403,
    "token-too-early": 403,
    "token-expired": 403,
    "token-used": 409,
    "challenge-failed": 403,
    "edit-token-invalid": 403,
    "edit-expired": 403,
    "banned": 403,
    "comments-closed": 403,
    "page-not-found": 404,
    "comment-not-found": 404,
    "repeat-post": 409,
    "idempotency-key-reused": 409,
    "state-conflict": 409,
    "confirmation-invalid": 403,
    "confirmation-expired": 403,
    "confirmation-used": 409,
    "too-many": 429,
}

Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
PageId = Annotated[int, Query(..., ge=1, le=2**31 - 1)]
EditToken = Annotated[str, Header(..., alias="X-Edit-Token", max_length=500)]


def problem_of(refusal: Refusal) -> Problem:
    """A refusal of the comments room as an HTTP problem."""
    return Problem(
        STATUS.get(refusal.code, 400),
        refusal.code,
        refusal.message,
        errors=refusal.fields,
        headers={"Retry-After": str(refusal.retry_after)} if refusal.retry_after else {},
        extra={"state": refusal.state} if isinstance(refusal, StateConflict) else {},
    )


def refusals_as_problems(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return view(*args, **kwargs)
        except Refusal as refusal:
            raise problem_of(refusal) from refusal

    return wrapped


def small_bodies_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse a large request before a byte of it is read."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        length = request.headers.get("content-length") or "0"
        if length.isdecimal() and int(length) > MAX_BODY_BYTES:
            return problem_response(request, too_large())
        return view(request, *args, **kwargs)

    return wrapped


def site_of(request: HttpRequest) -> Site:
    return Site.find_for_request(request)


def member_of(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


@router.get("token/", response=schemas.Token, summary="A token for one comment on a page")
@refusals_as_problems
def token(request: HttpRequest, page: PageId) -> HttpResponse:
    """Ask for it when the form is shown: it serves once, after 2 seconds and for 2 hours."""
    refuse_unknown(request, ["page"])
    member = member_of(request)
    found = find_page(page, site_of(request))
    youngest, oldest = conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE
    document = schemas.Token(
        token=issue_form_token(found.pk, member.pk if member else None),
        not_before_seconds=youngest,
        expires_in_seconds=oldest,
        policy=schemas.PolicyInForce.of(policy_of(found)),
        max_length=conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH,
        max_depth=conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH,
        confirm_email=conf.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL and member is None,
        challenge=new_challenge(),
    )
    return answer(document)


@router.get("counts/", response=schemas.Counts, summary="How many comments pages have")
@refusals_as_problems
def counts(request: HttpRequest, pages: str) -> HttpResponse:
    """Ids separated by commas, 100 at most; pages that the public cannot read are left out."""
    refuse_unknown(request, ["pages"])
    ids = page_ids(pages)
    counted = public_counts(ids, site_of(request))
    items = [schemas.Count(page=page, count=counted[page]) for page in ids if page in counted]
    return answer(schemas.Counts(items=items))


@router.post("confirm/", response=schemas.Receipt, summary="Confirm a comment with the token from the mail")
@decorate_view(small_bodies_only)
@refusals_as_problems
def confirm(request: HttpRequest, payload: schemas.Confirmation) -> HttpResponse:
    comment = confirming.confirm(payload.token, site_of(request), request)
    return receipt(request, comment)


@router.get("", response=schemas.Listing, summary="The approved comments of a page")
@refusals_as_problems
def listing(
    request: HttpRequest,
    page: PageId,
    cursor: Annotated[str, Query("", max_length=200)] = "",
    limit: Annotated[int, Query(20, ge=1, le=50)] = 20,
    order: Annotated[schemas.Order, Query("newest")] = "newest",
    root: Annotated[int | None, Query(None, ge=1, le=2**31 - 1)] = None,
    count: bool = False,
) -> HttpResponse:
    """A flat list: each root, then its replies in their order. With ``root``, further replies of that thread."""
    refuse_unknown(request, ["page", "cursor", "limit", "order", "root", "count"])
    site = site_of(request)
    found = find_page(page, site)
    policy = policy_of(found)
    if not policy.shows_comments:
        listed: threads.Listing | None = threads.Listing([], None)
    elif root is not None:
        listed = threads.list_replies(found, site, root, cursor=cursor, limit=limit)
    else:
        listed = threads.list_roots(found, site, cursor=cursor, limit=limit, order=order)
    if listed is None:
        raise comment_not_found()
    document: dict[str, Any] = {"items": listed.items, "next": listed.next, "policy": policy.in_force()}
    if count:
        document["count"] = public_counts([page], site).get(page, 0) if policy.shows_comments else 0
    return answer(document)


@router.post("", response={201: schemas.Receipt, 202: schemas.Receipt}, summary="Post a comment")
@decorate_view(small_bodies_only)
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
    return receipt(request, posted.comment, status=status, edit_token=issue_edit_token(posted.comment.pk))


@router.post("{comment_id}/report/", response={202: schemas.Reported}, summary="Report a comment to the moderators")
@decorate_view(small_bodies_only)
@refusals_as_problems
def report(request: HttpRequest, comment_id: Id, payload: schemas.Report) -> HttpResponse:
    """One report per reader: a second one changes nothing, and is answered as the first."""
    member = member_of(request)
    reader = reporting.reader_key(member.pk if member else None, ip_key(client_address(request)))
    reporting.report(comment_id, site_of(request), reader=reader, reason=payload.reason, details=payload.details)
    return answer(schemas.Reported(id=comment_id), status=202)


@router.patch("{comment_id}/", response=schemas.Receipt, summary="Change one's comment")
@decorate_view(small_bodies_only)
@refusals_as_problems
def edit(request: HttpRequest, comment_id: Id, payload: schemas.Edit, edit_token: EditToken) -> HttpResponse:
    """Within the window, with the token that came with the comment; it is judged again."""
    return receipt(request, editing.edit(comment_id, edit_token, payload.body, site_of(request)))


@router.delete("{comment_id}/", response=schemas.Receipt, summary="Withdraw one's comment")
@decorate_view(small_bodies_only)
@refusals_as_problems
def withdraw(request: HttpRequest, comment_id: Id, edit_token: EditToken) -> HttpResponse:
    """Within the window, with the token that came with the comment; replies stay."""
    return receipt(request, editing.withdraw(comment_id, edit_token))


def receipt(request: HttpRequest, comment: ReaderComment, *, status: int = 200, edit_token: str = "") -> HttpResponse:
    """What the author learns of the comment, in the language of ``Accept-Language``."""
    with translation.override(translation.get_language_from_request(request)):
        message = str(state_message(comment.state))
    document = schemas.Receipt(
        id=comment.pk,
        state=comment.state,
        message=message,
        edit_token=edit_token or None,
        comment=threads.public_comment(comment) if comment.state == State.APPROVED else None,
    )
    return answer(document, status=status)


def answer(document: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(
        pydantic_core.to_json(document),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", "Vary": "Accept-Language, Cookie"},
    )


def page_ids(text: str) -> list[int]:
    """``"3,5"`` as ``[3, 5]``."""
    parts = text.split(",")
    if len(parts) > MAX_COUNTED_PAGES or not all(
        part.isascii() and part.isdecimal() and len(part) < 10 for part in parts
    ):
        raise Problem(400, "invalid-input", schemas.BAD_PAGES, errors={"pages": schemas.BAD_PAGES})
    return list(dict.fromkeys(int(part) for part in parts))
