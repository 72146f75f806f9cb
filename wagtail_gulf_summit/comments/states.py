"""The states of a reader comment, and which may follow which. Pure: no database.

>>> may_become(State.PENDING, State.APPROVED), may_become(State.ERASED, State.APPROVED)
(True, False)
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("Unconfirmed")
    PENDING = "pending", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")
    REMOVED = "removed", _("Removed")
    ERASED = "erased", _("Erased")


_DECIDED = {State.APPROVED, State.REJECTED, State.SPAM}

_NEXT: dict[str, set[State]] = {
    State.UNCONFIRMED: {State.PENDING, *_DECIDED, State.REMOVED, State.ERASED},
    State.PENDING: {*_DECIDED, State.REMOVED, State.ERASED},
    # Back to pending: an edited or reported comment is judged again.
    State.APPROVED: {State.PENDING, State.REJECTED, State.SPAM, State.REMOVED, State.ERASED},
    State.REJECTED: {State.APPROVED, State.SPAM, State.REMOVED, State.ERASED},
    State.SPAM: {State.APPROVED, State.REJECTED, State.REMOVED, State.ERASED},
    State.REMOVED: {State.ERASED},
    State.ERASED: set(),
}


def may_become(old: str, new: str) -> bool:
    """Whether a comment in state ``old`` may go to state ``new``."""
    return new in _NEXT[old]


def may_go_back(old: str, new: str) -> bool:
    """Whether undoing a decision may bring a comment from ``old`` back to ``new``; nothing is un-erased."""
    return old != State.ERASED and may_become(new, old)


def derived_flags(state: str) -> dict[str, bool]:
    """django-comments' own flags, which follow from the state."""
    return {"is_public": state == State.APPROVED, "is_removed": state in (State.REMOVED, State.ERASED)}
