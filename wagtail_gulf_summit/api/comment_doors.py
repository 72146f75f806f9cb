"""What every door to reader comments does with a request before and after the work: limits, refusals, answers."""

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

import pydantic_core
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from wagtail_gulf_summit.comments import threads
from wagtail_gulf_summit.comments.errors import Refusal, StateConflict
from wagtail_gulf_summit.comments.messages import state_message
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.statuses import status_of

from . import comment_schemas as schemas
from .problems import Problem, problem_response, too_large

#: Far above any comment, and below what a server should keep for a stranger.
MAX_BODY_BYTES = 1_000_000
#: As much of a larger request is read and thrown away: a client that is still sending does not read the answer.
MAX_DRAINED_BYTES = 16_000_000
CHUNK = 65_536


def problem_of(refusal: Refusal) -> Problem:
    """A refusal of the comments room as an HTTP problem."""
    return Problem(
        status_of(refusal),
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


def small_json_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse what is too large or not declared as JSON.

    A page of another origin can make its visitors' browsers send any form and
    any plain text, but JSON only where the site's CORS allow-list lets it.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if problem := refuse_body(request):
            return problem_response(request, problem)
        return view(request, *args, **kwargs)

    return wrapped


def refuse_body(request: HttpRequest) -> Problem | None:
    """Why the body of the request is not read, if it is not."""
    length = request.headers.get("content-length") or "0"
    size = int(length) if length.isascii() and length.isdecimal() and len(length) < 19 else 0
    if size > MAX_BODY_BYTES:
        _drain(request, min(size, MAX_DRAINED_BYTES))
        return too_large()
    if size and request.content_type != "application/json":
        return Problem(415, "unsupported-media-type", _("Send JSON, with the header Content-Type: application/json."))
    return None


def _drain(request: HttpRequest, size: int) -> None:
    try:
        while size > 0 and (chunk := request.read(min(CHUNK, size))):
            size -= len(chunk)
    except OSError:
        pass  # the client has gone


def site_of(request: HttpRequest) -> Site:
    return Site.find_for_request(request)


def member_of(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def receipt(request: HttpRequest, comment: ReaderComment, *, status: int = 200, edit_token: str = "") -> HttpResponse:
    """What the author learns of the comment, in the language of ``Accept-Language``."""
    with translation.override(translation.get_language_from_request(request)):
        message = str(state_message(comment.state))
    public = threads.public_comment(comment) if comment.state == State.APPROVED else None
    document = schemas.Receipt.model_validate(
        {
            "id": comment.pk,
            "state": comment.state,
            "message": message,
            "edit_token": edit_token or None,
            "comment": asdict(public) if public else None,
        }
    )
    return answer(document, status, vary="Accept-Language, Cookie")


def answer(document: Any, status: int = 200, vary: str = "") -> HttpResponse:
    """``vary`` names the headers of the request that the answer depends on."""
    return HttpResponse(
        pydantic_core.to_json(document),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", **({"Vary": vary} if vary else {})},
    )
