"""``schedule.json`` as frab, pretalx and the C3VOC tools write it, read into entries. Pure functions."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any

from django.utils.translation import gettext as _

from ..blocks import SessionKind, SpeakerRole
from .entries import Billed, Entry, Schedule, UnreadableScheduleError
from .texts import identifier, line, name, text

DURATION = re.compile(r"^(\d{1,4}):(\d{2})(?::\d{2})?$")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
CLOCK = re.compile(r"^\d{2}:\d{2}(:\d{2})?$")
#: Years in which every zone has a moment for every clock time.
FIRST_YEAR, LAST_YEAR = 1900, 9000
KINDS = {
    "lecture": SessionKind.TALK,
    "hands-on": SessionKind.WORKSHOP,
    "tutorial": SessionKind.WORKSHOP,
    "discussion": SessionKind.PANEL,
    "podium": SessionKind.PANEL,
    "panel discussion": SessionKind.PANEL,
    "lunch": SessionKind.BREAK,
    "coffee": SessionKind.BREAK,
    "opening": SessionKind.CEREMONY,
    "closing": SessionKind.CEREMONY,
}


def read(data: Any) -> Schedule:
    """The schedule in a decoded file; raises ``UnreadableScheduleError`` with all that is wrong in it."""
    schedule = data.get("schedule") if isinstance(data, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(conference, dict) or not isinstance(conference.get("days"), list):
        raise UnreadableScheduleError([_("The file has no schedule.conference.days, so it is not a schedule.json.")])
    problems: list[str] = []
    entries = [
        entry
        for place, event in _events(conference, problems)
        if (entry := _entry(place, event, problems)) is not None
    ]
    problems += _repeated(entries)
    if problems:
        raise UnreadableScheduleError(problems)
    return Schedule(
        tuple(entries),
        title=line(conference.get("title")),
        start_date=_date(conference.get("start")),
        end_date=_date(conference.get("end")),
        timezone=str(conference.get("time_zone_name") or ""),
    )


def _events(conference: dict[str, Any], problems: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """Each event with where it stands, such as ``days[0].rooms["Hall A"][3]``."""
    found = []
    for number, day in enumerate(conference["days"]):
        rooms = day.get("rooms") if isinstance(day, dict) else None
        if not isinstance(rooms, dict):
            problems.append(_("%(place)s has no rooms.") % {"place": f"days[{number}]"})
            continue
        for room, events in rooms.items():
            if not isinstance(events, list):
                problems.append(_("%(place)s is not a list of events.") % {"place": f'days[{number}].rooms["{room}"]'})
                continue
            for index, event in enumerate(events):
                place = f'days[{number}].rooms["{room}"][{index}]'
                if isinstance(event, dict):
                    found.append((place, {"room": room, **event}))
                else:
                    problems.append(_("%(place)s is not an event.") % {"place": place})
    return found


def _entry(place: str, event: dict[str, Any], problems: list[str]) -> Entry | None:
    uid = identifier(line(event.get("guid") or event.get("id")))
    start = _start(event)
    length = _length(event.get("duration"))
    if not uid:
        problems.append(_("%(place)s has no guid.") % {"place": place})
    if start is None:
        problems.append(_("%(place)s has no date that can be read.") % {"place": place})
    if length is None:
        problems.append(_("%(place)s has no duration such as 00:30.") % {"place": place})
    if not uid or start is None or length is None:
        return None
    return Entry(
        uid=uid,
        title=_joined(" – ", line(event.get("title")), line(event.get("subtitle"))),
        abstract=_joined("\n\n", text(event.get("abstract")), text(event.get("description"))),
        kind=kind_of(event["type"]) if event.get("type") else None,
        start=start,
        end=_moment(event.get("end")) or (_after(start, length) if length else None),
        room=line(event.get("room")),
        track=line(event.get("track")),
        speakers=_speakers(event.get("persons")),
    )


def kind_of(word: Any) -> str:
    """The kind that a word such as "Lecture" or "Workshop" means; ``other`` for an unknown one."""
    word = line(word).casefold()
    return str(KINDS.get(word, word if word in SessionKind.values else SessionKind.OTHER))


def _speakers(persons: Any) -> tuple[Billed, ...]:
    """Each person once, by name."""
    billed: dict[str, Billed] = {}
    for person in persons if isinstance(persons, list) else []:
        found = name(person.get("public_name") or person.get("name")) if isinstance(person, dict) else ""
        if found:
            role = person.get("role")
            billed.setdefault(found, Billed(found, role if role in SpeakerRole.values else ""))
    return tuple(billed.values())


def _joined(separator: str, *parts: str) -> str:
    """The parts that are there, each once."""
    return separator.join(dict.fromkeys(part for part in parts if part))


def _start(event: dict[str, Any]) -> datetime | None:
    """The moment under ``date``; where that is a day only, at the clock time under ``start``."""
    given = line(event.get("date"))
    clock = line(event.get("start"))
    return _moment(f"{given}T{clock}" if DAY.match(given) and CLOCK.match(clock) else given)


def _moment(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _after(start: datetime, length: timedelta) -> datetime:
    """Real time after a moment, whatever the clocks do meanwhile."""
    if start.tzinfo is None:
        return start + length
    return (start.astimezone(timezone.utc) + length).astimezone(start.tzinfo)


def _date(value: Any) -> date | None:
    moment = _moment(value)
    return moment.date() if moment else None


def _length(value: Any) -> timedelta | None:
    match = DURATION.match(str(value or ""))
    return timedelta(hours=int(match[1]), minutes=int(match[2])) if match else None


def _repeated(entries: list[Entry]) -> list[str]:
    seen: set[str] = set()
    problems = []
    for entry in entries:
        if entry.uid in seen:
            problems.append(_("The guid %(uid)s stands for two events.") % {"uid": entry.uid})
        seen.add(entry.uid)
    return problems
