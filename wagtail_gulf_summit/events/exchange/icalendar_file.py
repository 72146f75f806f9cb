"""An iCalendar file read into entries. Pure functions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from ..calendar import KIND, ROOM, SPEAKER, TRACK
from .entries import Billed, Entry, Schedule, UnreadableScheduleError

CANCELLED = "CANCELLED"


def read(data: bytes) -> Schedule:
    """The events of all calendars in a file; raises ``UnreadableScheduleError`` if it is none."""
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except ValueError as error:
        raise UnreadableScheduleError([_("The file is not iCalendar: %(error)s") % {"error": error}]) from error
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if not events:
        raise UnreadableScheduleError([_("The calendar has no events.")])
    entries: dict[str, Entry] = {}
    left_out: list[str] = []
    for event in events:
        reason = _reason_to_leave_out(event)
        if reason:
            left_out.append(reason)
        else:
            entries[str(event["UID"])] = _entry(event)
    name = next((str(calendar["X-WR-CALNAME"]) for calendar in calendars if "X-WR-CALNAME" in calendar), "")
    return Schedule(tuple(entries.values()), title=name, left_out=tuple(left_out))


def _reason_to_leave_out(event: Event) -> str:
    name = {"name": str(event.get("SUMMARY", ""))}
    if "UID" not in event or "DTSTART" not in event:
        return _("%(name)s has no UID or no start.") % name
    if "RRULE" in event or "RECURRENCE-ID" in event:
        return _("%(name)s is repeated by a rule, which a session cannot be.") % name
    if str(event.get("STATUS", "")).upper() == CANCELLED:
        return _("%(name)s is cancelled.") % name
    start, end = event["DTSTART"].dt, _end(event)
    if not isinstance(start, datetime) and end and end - start > timedelta(days=1):
        return _("%(name)s lasts whole days, like a summit and not like a session.") % name
    return ""


def _entry(event: Event) -> Entry:
    start = event["DTSTART"].dt
    timed = isinstance(start, datetime)
    speakers = _texts(event, SPEAKER)
    return Entry(
        uid=str(event["UID"]),
        title=str(event.get("SUMMARY", "")),
        abstract=_abstract(str(event.get("DESCRIPTION", "")), speakers),
        kind=_text(event, KIND),
        day=None if timed else start,
        start=start if timed else None,
        end=_end(event) if timed else None,
        room=_text(event, ROOM) if ROOM in event else str(event.get("LOCATION", "")),
        track=_text(event, TRACK),
        speakers=tuple(Billed(name) for name in speakers) if speakers else None,
    )


def _end(event: Event) -> Any:
    if "DTEND" in event:
        return event["DTEND"].dt
    if "DURATION" in event:
        moment: date = event["DTSTART"].dt + event["DURATION"].dt
        return moment
    return None


def _abstract(description: str, speakers: list[str]) -> str:
    """The description without the line of speakers that our own calendars open with."""
    opening, _separator, rest = description.partition("\n\n")
    return rest if speakers and all(name in opening for name in speakers) else description


def _texts(event: Event, name: str) -> list[str]:
    value = event.get(name, [])
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def _text(event: Event, name: str) -> str | None:
    return str(event[name]) if name in event else None
