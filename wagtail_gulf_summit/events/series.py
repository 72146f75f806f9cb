"""The editions of a series of summits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail_gulf_summit.people.public import on_site_of, readable


@dataclass(frozen=True)
class Editions:
    """``next`` is running or comes next, ``None`` after the last; ``others`` are the rest, the latest first."""

    next: Any | None
    others: list[Any]


def editions(series: Any, instant: datetime) -> Editions:
    """The editions below a series page that readers may see, as they stand at ``instant``."""
    children = readable(series.get_children().filter(on_site_of(series))).specific().select_related("locale")
    summits = [page for page in children if hasattr(page, "starts_at")]
    coming = [page for page in summits if page.ends_at and page.ends_at > instant and page.status != "cancelled"]
    following = min(coming, key=lambda page: page.starts_at, default=None)
    others = [page for page in summits if page is not following]
    return Editions(following, sorted(others, key=_latest_first))


def _latest_first(page: Any) -> tuple[bool, float]:
    """Editions without a day come before all: they are yet to be."""
    return (page.starts_at is not None, -page.starts_at.timestamp() if page.starts_at else 0.0)
