"""What cannot be right in a schedule, told in plain words. Pure functions over slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wagtail_gulf_summit.arabic.dates import format_date, format_datetime

from .loading import Slot
from .times import Span

Kind = Literal["outside", "backwards", "endless", "room", "speaker"]


@dataclass(frozen=True)
class Conflict:
    """Something the editor should look at; ``slots`` are the sessions it is about."""

    kind: Kind
    message: str
    slots: tuple[Slot, ...]


def conflicts(slots: Iterable[Slot], span: Span | None, zone: ZoneInfo) -> list[Conflict]:
    """All that is wrong with a schedule, in the language of the reader; nothing of it stops a save."""
    slots = list(slots)
    timed = sorted((slot for slot in slots if slot.session.start), key=lambda slot: slot.session.start)
    return [
        *_backwards(slots, zone),
        *(_outside(slots, span, zone) if span else ()),
        *_double_rooms(timed, zone),
        *_double_speakers(timed, zone),
    ]


def label(slot: Slot, zone: ZoneInfo) -> str:
    """A session by name and time, since many have no title yet."""
    moment = _moment(slot, zone)
    return f"{slot.session} ({moment})" if moment else str(slot.session)


def _backwards(slots: list[Slot], zone: ZoneInfo) -> Iterator[Conflict]:
    for slot in slots:
        session = slot.session
        if session.end and not session.start:
            message = _("%(session)s has an end but no start.") % {"session": session}
            yield Conflict("endless", message, (slot,))
        elif session.end and session.end <= session.start:
            message = _("%(session)s ends before it begins.") % {"session": label(slot, zone)}
            yield Conflict("backwards", message, (slot,))


def _outside(slots: list[Slot], span: Span, zone: ZoneInfo) -> Iterator[Conflict]:
    for slot in slots:
        session = slot.session
        if session.start:
            inside = span.start <= session.start < span.end and (session.end is None or session.end <= span.end)
        else:
            inside = session.day is None or span.first_day <= session.day <= span.last_day
        if not inside:
            message = _("%(session)s is outside the summit, which is held from %(start)s to %(end)s.") % {
                "session": label(slot, zone),
                **_bounds(span),
            }
            yield Conflict("outside", message, (slot,))


def _bounds(span: Span) -> dict[str, str]:
    language = get_language() or "en"
    if span.all_day or not span.end_given:
        return {"start": format_date(span.first_day, language), "end": format_date(span.last_day, language)}
    return {"start": format_datetime(span.start, language), "end": format_datetime(span.end, language)}


def _double_rooms(timed: list[Slot], zone: ZoneInfo) -> Iterator[Conflict]:
    rooms: dict[str, tuple[str, list[Slot]]] = {}
    for slot in timed:
        name = " ".join(slot.session.room.split())
        if name:
            rooms.setdefault(name.casefold(), (name, []))[1].append(slot)
    for name, booked in rooms.values():
        for first, second in _overlapping(booked):
            message = _("The room %(room)s is booked twice at one time: %(first)s and %(second)s.") % {
                "room": name,
                "first": label(first, zone),
                "second": label(second, zone),
            }
            yield Conflict("room", message, (first, second))


def _double_speakers(timed: list[Slot], zone: ZoneInfo) -> Iterator[Conflict]:
    people: dict[Any, tuple[Any, list[Slot]]] = {}
    for slot in timed:
        for person in {a.person.translation_key: a.person for a in slot.speakers}.values():
            people.setdefault(person.translation_key, (person, []))[1].append(slot)
    for person, booked in people.values():
        for first, second in _overlapping(booked):
            message = _("%(speaker)s is in two sessions at one time: %(first)s and %(second)s.") % {
                "speaker": person.name,
                "first": label(first, zone),
                "second": label(second, zone),
            }
            yield Conflict("speaker", message, (first, second))


def _overlapping(booked: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Pairs that share a moment; ``booked`` is sorted by start. One without an end takes its first moment only."""
    for index, first in enumerate(booked):
        for second in booked[index + 1 :]:
            if second.session.start == first.session.start or second.session.start < _end(first):
                yield first, second
            else:
                break


def _end(slot: Slot) -> datetime:
    end: datetime = slot.session.end or slot.session.start
    return end


def _moment(slot: Slot, zone: ZoneInfo) -> str:
    language = get_language() or "en"
    if slot.session.start:
        return format_datetime(slot.session.start, language, zone)
    return format_date(slot.session.day, language) if slot.session.day else ""
