"""A comment is written: the form's page, and where every form sends to."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from wagtail_gulf_summit.comments.challenge import new_challenge
from wagtail_gulf_summit.comments.errors import Refusal
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.pages import find_page
from wagtail_gulf_summit.comments.policy import policy_of
from wagtail_gulf_summit.comments.posting import NewComment, post
from wagtail_gulf_summit.comments.readers import client_address
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.statuses import status_of
from wagtail_gulf_summit.comments.tokens import issue_form_token, new_form_token
from wagtail_gulf_summit.conf import conf

from .answers import member_of, public_page, refused, show, wants_json, with_retry_after
from .origin import is_from_here
from .outcome import told

MAX_ID = 2**31 - 1
#: What a second try with a fresh token mends.
STALE = {"token-missing", "token-invalid", "token-expired", "token-used"}


@dataclass(frozen=True)
class CommentForm:
    """The form as it is shown: what was typed so far, and what is wrong with it."""

    page: Any
    token: str
    member: Any = None
    name: str = ""
    email: str = ""
    body: str = ""
    followup: bool = False
    answered: ReaderComment | None = None
    message: Any = ""
    errors: dict[str, Any] = field(default_factory=dict)
    with_csrf: bool = True

    @property
    def max_length(self) -> int:
        return conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH

    @property
    def asks_to_confirm(self) -> bool:
        return conf.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL and self.member is None

    @property
    def asks_for_work(self) -> bool:
        return bool(conf.GULF_SUMMIT_COMMENTS_ALTCHA_KEY)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def write_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form on a page of its own, and its target.

    What does not prove that it comes from this site is not acted on: it is
    shown again, with a fresh token, to be sent from there.
    """
    page = find_page(page_id, Site.find_for_request(request))
    if request.method != "POST":
        if not policy_of(page).is_open():
            return refused(request, Refusal("comments-closed", _("Comments on this page are closed.")), page=page)
        return _show_form(request, page, {"parent": request.GET.get("parent", "")})
    if not is_from_here(request):
        return _show_form(request, page, request.POST, message=_("Check your comment, then send it."))
    try:
        posted = post(_typed(request, page))
    except Refusal as refusal:
        return _again(request, page, refusal)
    return told(request, posted.comment, page)


@require_safe
@ensure_csrf_cookie
@public_page
def form_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the widget's script needs before it sends a form of a page that may come from a cache."""
    page = find_page(page_id, Site.find_for_request(request))
    member = member_of(request)
    token, digest = new_form_token(page.pk, member.pk if member else None)
    return JsonResponse(
        {
            "token": token,
            "csrf": get_token(request),
            "member": _shown_name(member) if member else None,
            "challenge": new_challenge(digest),
        }
    )


def _typed(request: HttpRequest, page: Any) -> NewComment:
    data = request.POST
    return NewComment(
        page=page,
        name=data.get("name", ""),
        email=data.get("email", ""),
        body=data.get("body", ""),
        parent_id=_parent_id(data.get("parent", "")),
        followup=data.get("followup") == "1",
        honeypot=data.get("website", ""),
        token=data.get("token", ""),
        challenge=data.get("challenge", ""),
        # Sent twice, a form stores one comment and is answered the same.
        idempotency_key=data.get("token", ""),
        user=member_of(request),
        address=client_address(request),
        user_agent=request.headers.get("User-Agent", "")[:500],
        request=request,
    )


def _parent_id(text: str) -> int | None:
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 11 else 0
    if not 0 < number <= MAX_ID:
        message = _("The comment you answer is not here any more.")
        raise Refusal("parent-not-open", message, fields={"parent": message})
    return number


def _again(request: HttpRequest, page: Any, refusal: Refusal) -> HttpResponse:
    """The form again with all that was typed, where sending it again can help."""
    final = refusal.code in ("comments-closed", "banned", "refused", "repeat-post")
    if wants_json(request) or final:
        return refused(request, refusal, page=page)
    message = _("Check your comment, then send it.") if refusal.code in STALE else refusal.message
    errors = {name: text for name, text in refusal.fields.items() if name != "parent"}
    response = _show_form(request, page, request.POST, message=message, errors=errors, status=status_of(refusal))
    return with_retry_after(response, refusal)


def _show_form(
    request: HttpRequest,
    page: Any,
    data: Any,
    *,
    message: Any = "",
    errors: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    member = member_of(request)
    form = CommentForm(
        page=page,
        token=issue_form_token(page.pk, member.pk if member else None),
        member=_shown_name(member) if member else None,
        name=data.get("name", ""),
        email=data.get("email", ""),
        body=data.get("body", ""),
        followup=data.get("followup") == "1",
        answered=_answered(page, data.get("parent", "")),
        message=message,
        errors=errors or {},
    )
    return show(request, "write.html", {"form": form}, page=page, status=status)


def _answered(page: Any, parent: str) -> ReaderComment | None:
    """The comment that is answered, if the public can see it there."""
    try:
        parent_id = _parent_id(parent)
    except Refusal:
        return None
    same = {"conversation": page.translation_key} if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS else {"page": page}
    return ReaderComment.objects.filter(pk=parent_id, state=State.APPROVED, **same).first()


def _shown_name(member: Any) -> str:
    return str(member.get_full_name() or member.get_username())
