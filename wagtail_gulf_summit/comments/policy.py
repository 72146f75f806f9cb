"""Which policy is in force on a page: its own, the nearest section's, or the site's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils import timezone

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import PAGES

from .mixins import CommentPolicyMixin
from .pages import page_model, takes_comments
from .policies import OPEN_POLICIES, Policy


@dataclass(frozen=True)
class PagePolicy:
    """The policy in force on one page. ``closes_at`` is ``None`` for a page that stays open."""

    policy: Policy
    closes_at: datetime | None = None

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether comments are taken at ``now``."""
        closed_by_age = self.closes_at is not None and (now or timezone.now()) >= self.closes_at
        return self.policy in OPEN_POLICIES and not closed_by_age

    @property
    def shows_comments(self) -> bool:
        return self.policy != Policy.CLOSED

    def in_force(self, now: datetime | None = None) -> Policy:
        """The policy as a reader meets it: an open one past its closing time is read-only."""
        return self.policy if self.policy not in OPEN_POLICIES or self.is_open(now) else Policy.READ_ONLY


def policy_of(page: Any) -> PagePolicy:
    """The policy of one page. One query, however deep the page lies."""
    return policies_of([page])[page.pk]


def policies_of(pages: Iterable[Any]) -> dict[int, PagePolicy]:
    """The policies of many pages by their id. One query, however many and however deep."""
    pages = list(pages)
    filled = _filled_fields({path for page in pages for path in _paths_to(page)})
    return {page.pk: resolve(page, filled) for page in pages}


def _paths_to(page: Any) -> list[str]:
    """The paths of the page and of its ancestors, the page first."""
    step = page_model().steplen
    return [page.path[:end] for end in range(len(page.path), 0, -step)]


def _filled_fields(paths: set[str]) -> dict[str, tuple[str, int | None]]:
    """By hand: Django takes longer to build a union of page types than the database to run it."""
    models = policy_models()
    if not models or not paths:
        return {}
    above = f"SELECT id, path FROM {PAGES} WHERE path IN ({', '.join(['%s'] * len(paths))})"
    parts = [
        "SELECT a.path, m.comment_policy, m.comments_close_after"
        f" FROM above a JOIN {model._meta.db_table} m ON m.{model._meta.pk.column} = a.id"
        for model in models
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH above AS ({above}) {' UNION ALL '.join(parts)}", sorted(paths))
        return {path: (policy, days) for path, policy, days in cursor.fetchall()}


@cache
def policy_models() -> tuple[Any, ...]:
    """The page types whose own table holds the mixin's columns."""
    return tuple(
        model
        for model in apps.get_models()
        if issubclass(model, CommentPolicyMixin)
        and issubclass(model, page_model())
        and model._meta.get_field("comment_policy").model is model
    )


def resolve(page: Any, filled: dict[str, tuple[str, int | None]]) -> PagePolicy:
    """The policy of a page, or of what has its ``path``, ``specific_class`` and ``first_published_at``."""
    if not takes_comments(page.specific_class):
        return PagePolicy(Policy.CLOSED)
    nearest = [filled[path] for path in _paths_to(page) if path in filled]
    policy = next((policy for policy, _days in nearest if policy), conf.GULF_SUMMIT_COMMENTS_POLICY)
    days = next((days for _policy, days in nearest if days is not None), conf.GULF_SUMMIT_COMMENTS_CLOSE_AFTER)
    closes_at = page.first_published_at + timedelta(days=days) if days and page.first_published_at else None
    # A value that is none, such as a script may write, must not open the page.
    return PagePolicy(Policy(policy) if policy in Policy.values else Policy.CLOSED, closes_at)
