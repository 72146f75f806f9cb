"""What a summit remembers of itself from one publication to the next.

Its earlier dates once it has been moved, and how often calendars were told of a
change in it and in each of its sessions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils import timezone as clock

from .loading import billing

#: What a calendar shows of a summit in its own event and in that of each session, and of each session besides.
SHARED_FACTS = (
    "timezone", "status", "venue_name", "venue_address", "city", "latitude", "longitude", "attendance_mode",
    "online_url",
)  # fmt: skip
SUMMIT_FACTS = (
    "title", "theme", "search_description", "start_date", "end_date", "start_time", "end_time", "registration_url",
)  # fmt: skip
SESSION_FACTS = ("kind", "title", "abstract", "day", "start", "end", "room", "track")

#: Facts of the page that no revision may turn back.
KEPT_OUT_OF_REVISIONS = ("calendar_notes",)

#: Statuses under which a change of dates is a piece of news, not the mending of a mistake.
MOVED = ("postponed", "rescheduled")


@dataclass(frozen=True)
class Note:
    """How often calendars were told of a change in an event, and when last; ``None`` before the first."""

    sequence: int = 0
    changed: datetime | None = None


def note_of(page: Any, key: UUID) -> Note:
    """What is noted of the summit or the session with that translation key."""
    stored = page.calendar_notes.get(str(key))
    if not stored:
        return Note()
    return Note(stored["sequence"], datetime.fromisoformat(stored["changed"]))


def version_of(page: Any) -> int:
    """A number that rises with every change to the summit or any of its sessions, gone ones included."""
    return sum(note["sequence"] + 1 for note in page.calendar_notes.values())


def note_changes(page: Any) -> None:
    """Raise the sequence of each event that tells something else than it did when last noted.

    What is noted of a session that is gone stays: if it comes back, its sequence goes on.
    """
    now = clock.now().replace(microsecond=0).astimezone(timezone.utc).isoformat()
    notes = dict(page.calendar_notes)
    for key, told in _told(page).items():
        before = notes.get(key)
        if before is None or before["told"] != told:
            notes[key] = {"sequence": before["sequence"] + 1 if before else 0, "told": told, "changed": now}
    page.calendar_notes = notes


def keep_earlier_dates(page: Any, published: Any) -> None:
    """Add the dates of the ``published`` version to the earlier dates of a moved summit, if it has others now."""
    if published.start_date is None:
        return
    old = {name: getattr(published, name) for name in ("start_date", "end_date", "start_time")}
    if old == {name: getattr(page, name) for name in old}:
        return
    if old not in [dict(child.value) for child in page.previous_dates]:
        page.previous_dates.append(("dates", old))


def _told(page: Any) -> dict[str, str]:
    """A digest of what calendars are told, for the summit and for each session by key."""
    shared = [getattr(page, name) for name in SHARED_FACTS]
    told = {str(page.translation_key): _digest([*shared, *(getattr(page, name, "") for name in SUMMIT_FACTS)])}
    for session in page.summit_sessions.all():
        facts = [getattr(session, name) for name in SESSION_FACTS]
        told[str(session.translation_key)] = _digest([*shared, *facts, billing(session)])
    return told


def _digest(facts: list[Any]) -> str:
    return sha256(json.dumps(facts, default=_plain).encode()).hexdigest()[:16]


def _plain(value: Any) -> str:
    """One spelling for equal values: a moment whatever its zone, a number whatever its trailing zeros."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).isoformat()
    return format(value.normalize(), "f") if hasattr(value, "normalize") else str(value)
