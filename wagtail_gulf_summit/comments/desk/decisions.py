"""What moderators decide: about one comment, or about many at once. No HTTP here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from wagtail_gulf_summit.comments import visibility
from wagtail_gulf_summit.comments.errors import Refusal, StateConflict
from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.transitions import transition, undo

from .permissions import visible_comments, visible_standings

#: What a moderator can do to a comment, and where it leads.
ACTIONS = {
    "approve": State.APPROVED,
    "reject": State.REJECTED,
    "spam": State.SPAM,
    "remove": State.REMOVED,
}
UNDO = "undo"

#: What else of a moderator's doings Wagtail's log keeps.
STANDING_ACTIONS = {
    ReaderStanding.Standing.BANNED.value: "gulf_summit_comments.ban",
    ReaderStanding.Standing.TRUSTED.value: "gulf_summit_comments.trust",
}
LIFT = "gulf_summit_comments.lift"
PIN, UNPIN = "gulf_summit_comments.pin", "gulf_summit_comments.unpin"

#: Why a comment was not let through, as the log and the statistics keep it.
REASONS = {
    "offensive": _("Offensive"),
    "harassment": _("Harassment or threat"),
    "off_topic": _("Off topic"),
    "false": _("False information"),
    "private": _("Private information"),
    "language": _("Cannot be read"),
    "other": _("Something else"),
}


@dataclass(frozen=True)
class Outcome:
    """What became of one decision; ``state`` is the comment's state now."""

    id: int
    ok: bool
    state: str
    message: str = ""


def decide(user: Any, chosen: Iterable[tuple[int, str | None]], action: str, reason: str = "") -> list[Outcome]:
    """Carry out one action on each chosen ``(id, state it was seen in)``.

    Comments that are not the user's to see are left out, as if they did not
    exist. Each decision is a transaction of its own: one that comes too late
    does not undo the others.
    """
    chosen = list(chosen)
    visible = set(visible_comments(user).filter(pk__in=[pk for pk, _seen in chosen]).values_list("pk", flat=True))
    return [_decide_one(user, pk, seen, action, reason) for pk, seen in chosen if pk in visible]


def _decide_one(user: Any, pk: int, seen: str | None, action: str, reason: str) -> Outcome:
    try:
        if action == UNDO:
            comment = undo(pk, expected=seen, user=user)
        else:
            comment = transition(pk, ACTIONS[action], expected=seen, user=user, reason=reason)
    except StateConflict as conflict:
        return Outcome(pk, False, conflict.state, str(conflict.message))
    except Refusal as refusal:
        return Outcome(pk, False, "", str(refusal.message))
    return Outcome(pk, True, comment.state)


def set_standing(
    user: Any,
    comment: ReaderComment,
    standing: str,
    *,
    subjects: Collection[str],
    days: int | None = None,
    reason: str = "",
) -> list[ReaderStanding]:
    """Ban or trust the author of ``comment``, by e-mail, by IP address or by both.

    What moderators of another section have decided on the reader stays; ``StateConflict`` says so.
    """
    keys = {
        ReaderStanding.Subject.EMAIL: comment.author_key,
        ReaderStanding.Subject.IP: comment.ip_key,
    }
    values = {
        "standing": standing,
        "name": comment.user_name,
        "page_id": comment.page_id,
        "reason": reason,
        "expires_at": timezone.now() + timedelta(days=days) if days else None,
        "created_by": user,
        "created_at": timezone.now(),
    }
    with transaction.atomic():
        chosen = Q(pk__in=[])
        for subject in subjects:
            chosen |= Q(subject=subject, key=keys[ReaderStanding.Subject(subject)])
        others = in_force().filter(chosen).exclude(pk__in=visible_standings(user).values("pk"))
        if others.exists():
            raise StateConflict(_("Moderators of another section have decided on this reader."), state=comment.state)
        standings = [
            ReaderStanding.objects.update_or_create(
                subject=subject, key=keys[ReaderStanding.Subject(subject)], defaults=values
            )[0]
            for subject in subjects
            if keys[ReaderStanding.Subject(subject)]
        ]
        if standings:
            data = {"page": comment.page_id, "note": reason, "days": days}
            log(comment, STANDING_ACTIONS[standing], user=user, title=str(comment), data=data)
    return standings


def in_force() -> QuerySet:
    """Bans and trust whose time is not over."""
    return ReaderStanding.objects.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))


def lift(user: Any, standing: ReaderStanding) -> None:
    """End a ban or a trust."""
    with transaction.atomic():
        log(standing, LIFT, user=user, title=standing.get_standing_display(), data={"page": standing.page_id})
        standing.delete()


def pin(user: Any, comment: ReaderComment, pinned: bool) -> None:
    """Pin an approved root to the top of its page's comments, or take it down."""
    with transaction.atomic():
        ReaderComment.objects.filter(pk=comment.pk).update(pinned=pinned)
        log(comment, PIN if pinned else UNPIN, user=user, title=str(comment), data={"page": comment.page_id})
        visibility.announce(comment.page_id)


def waiting_of_author(user: Any, comment: ReaderComment) -> list[tuple[int, str]]:
    """The author's other comments that wait where ``user`` moderates, ready for ``decide``."""
    waiting = visible_comments(user).filter(author_key=comment.author_key, state=State.PENDING)
    return [(pk, State.PENDING.value) for pk in waiting.order_by("created_at", "pk").values_list("pk", flat=True)]
