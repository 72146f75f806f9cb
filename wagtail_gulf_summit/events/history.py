"""What a summit remembers of itself from one publication to the next.

Its earlier dates once it has been moved, and how often calendars were told of a change.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.utils import timezone

#: What a calendar shows of a summit and of a session, apart from names of people and addresses on the web.
SUMMIT_FACTS = (
    "title", "theme", "start_date", "end_date", "start_time", "end_time", "timezone", "status",
    "venue_name", "venue_address", "city", "latitude", "longitude", "attendance_mode",
    "online_url", "registration_url",
)  # fmt: skip
SESSION_FACTS = ("translation_key", "kind", "title", "abstract", "day", "start", "end", "room")

#: Facts of the page that no revision may turn back.
KEPT_OUT_OF_REVISIONS = ("calendar_sequence", "calendar_fingerprint", "calendar_changed_at")

#: Statuses under which a change of dates is a piece of news, not the mending of a mistake.
MOVED = ("postponed", "rescheduled")


def fingerprint(page: Any) -> str:
    """A digest of all that calendars are told about the summit."""
    told = [
        [getattr(page, name) for name in SUMMIT_FACTS],
        *[
            [*(getattr(session, name) for name in SESSION_FACTS), list(session.speakers.raw_data)]
            for session in page.summit_sessions.all()
        ],
    ]
    return sha256(json.dumps(told, default=_plain).encode()).hexdigest()


def note_change(page: Any) -> bool:
    """Raise the calendar's sequence if what it tells has changed since it last did; whether it was raised."""
    current = fingerprint(page)
    if current == page.calendar_fingerprint:
        return False
    if page.calendar_fingerprint:
        page.calendar_sequence += 1
    page.calendar_fingerprint = current
    page.calendar_changed_at = timezone.now().replace(microsecond=0)
    return True


def keep_earlier_dates(page: Any, published: Any) -> None:
    """Add the dates of the ``published`` version to the earlier dates of a moved summit, if it has others now."""
    if published.start_date is None:
        return
    old = {name: getattr(published, name) for name in ("start_date", "end_date", "start_time")}
    if old == {name: getattr(page, name) for name in old}:
        return
    if old not in [dict(child.value) for child in page.previous_dates]:
        page.previous_dates.append(("dates", old))


def _plain(value: Any) -> str:
    return format(value.normalize(), "f") if hasattr(value, "normalize") else str(value)
