"""Where the desk's decisions arrive, from a form or from its script."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from wagtail_gulf_summit.comments.counts import totals_by_state
from wagtail_gulf_summit.comments.desk.decisions import (
    ACTIONS,
    REASONS,
    UNDO,
    Outcome,
    decide,
    set_standing,
    waiting_of_author,
)
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_comments, visible_counts
from wagtail_gulf_summit.comments.errors import StateConflict
from wagtail_gulf_summit.comments.models import ReaderStanding
from wagtail_gulf_summit.comments.states import State

from .detail import plain
from .queue import QueueView

Chosen = list[tuple[int, str | None]]


def decide_view(request: HttpRequest) -> HttpResponse:
    """One action on the chosen comments, or on every comment that a filtered queue holds.

    A single decision that came too late is answered with 409; a list that has
    grown since it was shown is not decided on at all.
    """
    require_moderator(request.user)
    action = request.POST.get("action", "")
    reason = request.POST.get("reason", "")
    if action not in (*ACTIONS, UNDO) or reason not in ("", *REASONS):
        return JsonResponse({"message": _("There is no such decision.")}, status=400)
    if request.POST.get("all") == "1":
        chosen = _whole_queue(request)
        if str(len(chosen)) != request.POST.get("all_count"):
            message = _("The list has changed: it holds %(count)s comments now. Look again.") % {"count": len(chosen)}
            return _answer(request, [], message=message, status=409)
    else:
        chosen = _chosen(request.POST.getlist("comment"))
    outcomes = decide(request.user, chosen, action, reason)
    if len(chosen) == 1 and not outcomes:
        raise Http404
    conflict = len(outcomes) == 1 and not outcomes[0].ok
    return _answer(request, outcomes, status=409 if conflict else 200)


def _chosen(values: list[str]) -> Chosen:
    chosen: Chosen = []
    for value in values:
        pk, _colon, seen = value.partition(":")
        if pk.isascii() and pk.isdecimal() and len(pk) < 10 and seen in ("", *State.values):
            chosen.append((int(pk), seen or None))
    return chosen


def _whole_queue(request: HttpRequest) -> Chosen:
    """The comments of the queue as the moderator filtered it, and no other."""
    state = request.POST.get("state", "")
    if state not in State.values:
        raise Http404
    view = QueueView()
    queue_request = HttpRequest()
    queue_request.user = request.user
    queue_request.method = "GET"
    queue_request.GET = QueryDict(request.POST.get("query", ""))
    view.setup(queue_request, state=state)
    view.state = state
    return [(pk, state) for pk in view.get_queryset().values_list("pk", flat=True)]


def standing_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ban or trust a comment's author, and turn down what else of theirs waits if asked to."""
    require_moderator(request.user)
    comment = get_object_or_404(visible_comments(request.user), pk=pk)
    standing = request.POST.get("standing", "")
    subjects = [subject for subject in request.POST.getlist("subject") if subject in ReaderStanding.Subject.values]
    days = request.POST.get("days", "")
    if standing not in ReaderStanding.Standing.values or not subjects or (days and not _is_small_number(days)):
        return JsonResponse({"message": _("There is no such decision.")}, status=400)
    try:
        set_standing(
            request.user,
            comment,
            standing,
            subjects=subjects,
            days=int(days) if days else None,
            reason=plain(request.POST.get("note", ""))[:255],
        )
    except StateConflict as conflict:
        return _answer(request, [], message=str(conflict.message), status=409)
    outcomes: list[Outcome] = []
    if standing == ReaderStanding.Standing.BANNED and request.POST.get("reject_waiting") == "1":
        outcomes = decide(request.user, waiting_of_author(request.user, comment), "reject", "other")
    done = _("%(name)s is banned.") if standing == ReaderStanding.Standing.BANNED else _("%(name)s is trusted.")
    return _answer(request, outcomes, message=done % {"name": comment.user_name})


def _is_small_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < len(text) < 5


def _answer(request: HttpRequest, outcomes: list[Outcome], *, message: str = "", status: int = 200) -> HttpResponse:
    """JSON for the script; for a plain form, a message and the way back."""
    message = message or _summary(outcomes)
    if "application/json" in request.headers.get("Accept", ""):
        totals: dict[str, Any] = totals_by_state(visible_counts(request.user))
        document = {"message": message, "results": [asdict(outcome) for outcome in outcomes], "counts": totals}
        return JsonResponse(document, status=status)
    (messages.success if status == 200 else messages.error)(request, message)
    return redirect(get_valid_next_url_from_request(request) or reverse("reader_comments:index"))


def _summary(outcomes: list[Outcome]) -> str:
    done = sum(outcome.ok for outcome in outcomes)
    late = [outcome for outcome in outcomes if not outcome.ok]
    if late and not done:
        return late[0].message
    text = ngettext("%(count)s comment decided.", "%(count)s comments decided.", done) % {"count": done}
    if late:
        missed = ngettext(
            "%(count)s had been decided by somebody else.", "%(count)s had been decided by somebody else.", len(late)
        )
        text = f"{text} {missed % {'count': len(late)}}"
    return text
