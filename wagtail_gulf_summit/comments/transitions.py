"""The one writer of a comment's state."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from . import counts, outbox, visibility
from .erasing import delete_traces, erased_fields
from .errors import StateConflict
from .locking import lock_thread
from .models import ReaderComment
from .signals import comment_state_changed
from .states import State, derived_flags, may_become, may_go_back

#: The action in Wagtail's log, by the state it led to.
LOG_ACTIONS = {
    State.PENDING: "gulf_summit_comments.hold",
    State.APPROVED: "gulf_summit_comments.approve",
    State.REJECTED: "gulf_summit_comments.reject",
    State.SPAM: "gulf_summit_comments.spam",
    State.REMOVED: "gulf_summit_comments.remove",
    State.ERASED: "gulf_summit_comments.erase",
}
UNDO = "gulf_summit_comments.undo"
#: The reason of a removal by the author, which no moderator takes back.
WITHDRAWN = "author"


def transition(
    comment_id: int,
    to: str,
    *,
    expected: str | None = None,
    user: Any = None,
    reason: str = "",
    changes: dict[str, Any] | None = None,
) -> ReaderComment:
    """Bring a comment into state ``to``, under a lock of its thread, with a log entry in the same transaction.

    ``expected`` is the state the decision was made on: if the comment has left
    it since, ``StateConflict`` is raised and nothing happens. ``changes`` are
    further fields written with it.
    """
    with transaction.atomic():
        comment = lock_thread(comment_id)
        if expected is not None and comment.state != expected:
            raise _decided_already(comment)
        if not may_become(comment.state, to):
            raise _decided_already(comment)
        return _write(comment, to, LOG_ACTIONS[State(to)], user=user, reason=reason, changes=changes or {})


def undo(comment_id: int, *, expected: str | None = None, user: Any = None) -> ReaderComment:
    """Bring a comment back to the state it had before its last decision."""
    with transaction.atomic():
        comment = lock_thread(comment_id)
        last = decisions_of(comment).first()
        if last is None or last.data.get("to") != comment.state or expected not in (None, comment.state):
            raise _decided_already(comment)
        before = last.data["from"]
        if last.data.get("reason") == WITHDRAWN:
            raise StateConflict(_("Its author has withdrawn this comment."), state=comment.state)
        if not may_go_back(comment.state, before):
            raise _decided_already(comment)
        return _write(comment, before, UNDO, user=user, reason="", changes={})


def decisions_of(comment: ReaderComment) -> Any:
    """Wagtail's log of the comment's decisions, the newest first."""
    entries = ModelLogEntry.objects.for_instance(comment)
    return entries.filter(action__in=[*LOG_ACTIONS.values(), UNDO]).order_by("-timestamp", "-pk")


def _write(
    comment: ReaderComment, to: str, action: str, *, user: Any, reason: str, changes: dict[str, Any]
) -> ReaderComment:
    old = comment.state
    values = {"state": to, "reason": reason, **derived_flags(to), **changes}
    if to == State.ERASED:
        values |= erased_fields(comment)
        delete_traces(comment.pk)
    if user is not None:
        values |= {"moderator": user, "moderated_at": timezone.now()}
    for name, value in values.items():
        setattr(comment, name, value)
    ReaderComment.objects.filter(pk=comment.pk).update(**values)
    log(
        comment,
        action,
        user=user,
        title=str(comment),
        data={"from": str(old), "to": str(to), "reason": reason, "page": comment.page_id},
    )
    if State.APPROVED in (old, to):
        visibility.refresh(comment.pk)
        visibility.announce(comment.page_id)
    if to == State.APPROVED:
        outbox.queue_follow_up(comment)
    counts.move(comment.page_id, old, to)
    transaction.on_commit(
        lambda: comment_state_changed.send(
            sender=ReaderComment, comment_id=comment.pk, old=str(old), new=str(to), user=user
        ),
        robust=True,
    )
    return comment


def _decided_already(comment: ReaderComment) -> StateConflict:
    return StateConflict(_("Somebody else has decided on this comment meanwhile."), state=comment.state)
