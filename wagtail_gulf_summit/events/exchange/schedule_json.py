"""``schedule.json`` as frab, pretalx and the C3VOC tools write it, read into entries. Pure functions."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..blocks import SessionKind, SpeakerRole
from .entries import Billed, Entry, Schedule, UnreadableScheduleError

DURATION = re.compile(r"^(\d+):(\d{2})(?::\d{2})?$")
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
    conference = data.get("schedule", {}).get("conference") if isinstance(data, dict) else None
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
        title=str(conference.get("title") or ""),
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
            for index, event in enumerate(events or []):
                place = f'days[{number}].rooms["{room}"][{index}]'
                if isinstance(event, dict):
                    found.append((place, {"room": room, **event}))
                else:
                    problems.append(_("%(place)s is not an event.") % {"place": place})
    return found


def _entry(place: str, event: dict[str, Any], problems: list[str]) -> Entry | None:
    uid = str(event.get("guid") or event.get("id") or "")
    start = _moment(event.get("date"))
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
        title=_joined(" – ", event.get("title"), event.get("subtitle")),
        abstract=_joined("\n\n", event.get("abstract"), event.get("description")),
        kind=kind_of(event.get("type")),
        start=start,
        end=_moment(event.get("end")) or (start + length if length else None),
        room=str(event.get("room") or ""),
        track=str(event.get("track") or ""),
        speakers=tuple(_billed(person) for person in event.get("persons") or [] if _name(person)),
    )


def kind_of(name: Any) -> str:
    """The kind that a word such as "Lecture" or "Workshop" means; ``other`` for an unknown one."""
    word = str(name or "").strip().casefold()
    return str(KINDS.get(word, word if word in SessionKind.values else SessionKind.OTHER))


def _billed(person: dict[str, Any]) -> Billed:
    role = person.get("role")
    return Billed(_name(person), role if role in SpeakerRole.values else "")


def _name(person: Any) -> str:
    name = (person.get("public_name") or person.get("name") or "") if isinstance(person, dict) else ""
    return " ".join(str(name).split())


def _joined(separator: str, *parts: Any) -> str:
    """The parts that are there, each once."""
    texts = dict.fromkeys(str(part).strip() for part in parts if part)
    return separator.join(text for text in texts if text)


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None


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
