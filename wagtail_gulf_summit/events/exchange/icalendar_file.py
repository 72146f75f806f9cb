"""An iCalendar file read into entries. Pure functions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from ..calendar import KIND, ROOM, SPEAKER, TRACK
from .entries import Billed, Entry, Schedule, UnreadableScheduleError
from .schedule_json import FIRST_YEAR, LAST_YEAR, kind_of
from .texts import identifier, line, name, text

CANCELLED = "CANCELLED"


def read(source: str) -> Schedule:
    """The events of all calendars in a file; raises ``UnreadableScheduleError`` if it is none."""
    try:
        calendars = Calendar.from_ical(source, multiple=True)
    except ValueError as error:
        raise UnreadableScheduleError([_("The file is not iCalendar: %(error)s") % {"error": error}]) from error
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if not events:
        raise UnreadableScheduleError([_("The calendar has no events.")])
    entries: dict[str, Entry] = {}
    left_out: list[str] = []
    for event in events:
        reason = _reason_to_leave_out(event)
        if not reason and (entry := _entry(event)).uid in entries:
            reason = _("%(name)s has the UID of another event of the file.") % {"name": entry.title}
        if reason:
            left_out.append(reason)
        else:
            entries[entry.uid] = entry
    title = next((line(calendar["X-WR-CALNAME"]) for calendar in calendars if "X-WR-CALNAME" in calendar), "")
    return Schedule(tuple(entries.values()), title=title, left_out=tuple(left_out))


def _reason_to_leave_out(event: Event) -> str:
    named = {"name": _line(event, "SUMMARY")}
    start = _moment(event, "DTSTART")
    if not _line(event, "UID") or start is None:
        return _("%(name)s has no UID, or no start that can be read.") % named
    if "RRULE" in event or "RECURRENCE-ID" in event:
        return _("%(name)s is repeated by a rule, which a session cannot be.") % named
    if str(event.get("STATUS", "")).upper() == CANCELLED:
        return _("%(name)s is cancelled.") % named
    zone = event["DTSTART"].params.get("TZID")
    if zone and isinstance(start, datetime) and start.tzinfo is None:
        return _("%(name)s is timed by a zone that is not known: %(zone)s.") % {**named, "zone": line(zone)}
    end = _end(event, start)
    if not isinstance(start, datetime) and end and end - start > timedelta(days=1):
        return _("%(name)s lasts whole days, like a summit and not like a session.") % named
    return ""


def _entry(event: Event) -> Entry:
    start = _moment(event, "DTSTART")
    timed = isinstance(start, datetime)
    speakers = list(dict.fromkeys(filter(None, map(name, _all(event, SPEAKER)))))
    return Entry(
        uid=identifier(_line(event, "UID")),
        title=_line(event, "SUMMARY"),
        abstract=_abstract("\n\n".join(map(text, _all(event, "DESCRIPTION"))), speakers),
        kind=kind_of(_line(event, KIND)) if KIND in event else None,
        day=None if timed else start,
        start=start if isinstance(start, datetime) else None,
        end=_end(event, start) if timed else None,
        room=_line(event, ROOM if ROOM in event else "LOCATION"),
        track=_line(event, TRACK) if TRACK in event else None,
        speakers=tuple(Billed(one) for one in speakers) if speakers else None,
    )


def _moment(event: Event, name: str) -> date | datetime | None:
    """The day or the moment under ``name``; ``None`` where there is none, more than one, or none that can be read."""
    try:
        moment = event[name].dt
    except (KeyError, AttributeError, ValueError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _end(event: Event, start: Any) -> Any:
    """As it is given, or by its duration; ``None`` where that is not of the kind of the start."""
    end = _moment(event, "DTEND")
    if end is None and "DURATION" in event:
        try:
            end = start + event["DURATION"].dt
        except (AttributeError, ValueError, TypeError, OverflowError):
            return None
    return end if type(end) is type(start) else None


def _abstract(description: str, speakers: list[str]) -> str:
    """The description without the line of speakers that our own calendars open with."""
    opening, _separator, rest = description.partition("\n\n")
    return rest if speakers and all(name in opening for name in speakers) else description


def _all(event: Event, name: str) -> list[str]:
    """Every value under ``name``, which a file may give more than once."""
    value = event.get(name, [])
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def _line(event: Event, name: str) -> str:
    return line(" ".join(_all(event, name)))
