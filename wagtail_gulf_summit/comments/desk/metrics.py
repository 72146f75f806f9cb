"""The desk in numbers, each over the comments a moderator may see."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Min
from django.utils import timezone

from wagtail_gulf_summit.comments.states import State

from .permissions import visible_comments


@dataclass(frozen=True)
class Decisions:
    """How one moderator decided in the period."""

    moderator: str
    approved: int
    turned_down: int

    @property
    def total(self) -> int:
        return self.approved + self.turned_down


@dataclass(frozen=True)
class RuleShare:
    """How many comments one rule decided at first, and their share of all that came in, in per cent."""

    rule: str
    count: int
    share: float


@dataclass(frozen=True)
class Metrics:
    days: int
    waiting: int
    oldest_waiting: datetime | None
    received: int
    decisions: list[Decisions]
    rules: list[RuleShare]


def metrics_for(user: Any, days: int = 30) -> Metrics:
    """The last ``days`` days, in a constant number of queries."""
    comments = visible_comments(user)
    since = timezone.now() - timedelta(days=days)
    waiting = comments.filter(state=State.PENDING).aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Metrics(
        days=days,
        waiting=waiting["count"],
        oldest_waiting=waiting["oldest"],
        received=(received := comments.filter(created_at__gte=since).count()),
        decisions=_decisions(comments, since),
        rules=_rules(comments, since, received),
    )


def _decisions(comments: Any, since: datetime) -> list[Decisions]:
    username_field = get_user_model().USERNAME_FIELD
    rows = (
        comments.filter(moderated_at__gte=since)
        .exclude(moderator=None)
        .order_by()
        .values_list(f"moderator__{username_field}", "state")
        .annotate(count=Count("pk"))
    )
    found: dict[str, list[int]] = {}
    for moderator, state, count in rows:
        numbers = found.setdefault(str(moderator), [0, 0])
        numbers[0 if state == State.APPROVED else 1] += count
    decisions = [Decisions(moderator, *numbers) for moderator, numbers in found.items()]
    return sorted(decisions, key=lambda row: (-row.total, row.moderator))


def _rules(comments: Any, since: datetime, received: int) -> list[RuleShare]:
    rows = (
        comments.filter(created_at__gte=since)
        .exclude(held_by="")
        .order_by()
        .values_list("held_by")
        .annotate(count=Count("pk"))
    )
    shares = [RuleShare(rule, count, round(100 * count / received, 1)) for rule, count in rows]
    return sorted(shares, key=lambda row: (-row.count, row.rule))
