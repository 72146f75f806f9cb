"""The order of a summit: its days, tracks and rooms, and what is on now. Pure functions over slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from .loading import Slot


@dataclass(frozen=True)
class DayPlan:
    """The sessions of one day; ``day`` is ``None`` for those whose day is to be announced."""

    day: date | None
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Cell:
    """Where a slot stands in a timetable; lines count from 1, as in a CSS grid."""

    slot: Slot
    column: int
    first_line: int
    last_line: int


@dataclass(frozen=True)
class Timetable:
    """One day in columns: ``columns`` are rooms or tracks, ``times`` the moments where rows begin."""

    columns: tuple[str, ...]
    times: tuple[datetime, ...]
    cells: tuple[Cell, ...]


def in_order(slots: Iterable[Slot]) -> list[Slot]:
    """By time; sessions without a time after those that have one, as the editor ordered them."""
    return sorted(slots, key=_order)


def by_day(slots: Iterable[Slot], zone: ZoneInfo) -> list[DayPlan]:
    """The days of the summit at the venue, sessions without a day last."""
    days: dict[date | None, list[Slot]] = {}
    for slot in in_order(slots):
        days.setdefault(slot.session.day_in(zone), []).append(slot)
    dated = sorted(day for day in days if day is not None)
    return [DayPlan(day, tuple(days[day])) for day in [*dated, *([None] if None in days else [])]]


def by_track(slots: Iterable[Slot]) -> list[tuple[str, list[Slot]]]:
    """Tracks in the order in which they first come; sessions without a track under ``""``."""
    return _grouped(slots, lambda slot: slot.session.track)


def by_room(slots: Iterable[Slot]) -> list[tuple[str, list[Slot]]]:
    """Rooms in the order in which they first come; sessions without a room under ``""``."""
    return _grouped(slots, lambda slot: slot.session.room)


def tracks(slots: Iterable[Slot]) -> list[str]:
    return [name for name, _slots in by_track(slots) if name]


def rooms(slots: Iterable[Slot]) -> list[str]:
    return [name for name, _slots in by_room(slots) if name]


def by_speaker(slots: Iterable[Slot]) -> list[tuple[Any, list[tuple[Slot, str]]]]:
    """Each person once, in order of first appearance, with their sessions and role in each."""
    people: dict[int, tuple[Any, list[tuple[Slot, str]]]] = {}
    for slot in in_order(slots):
        for appearance in slot.speakers:
            entry = people.setdefault(appearance.person.pk, (appearance.person, []))
            entry[1].append((slot, appearance.role))
    return list(people.values())


def now_and_next(slots: Iterable[Slot], instant: datetime) -> tuple[list[Slot], list[Slot]]:
    """What runs at ``instant``, and all that starts first after it."""
    timed = [slot for slot in in_order(slots) if slot.session.start]
    now = [slot for slot in timed if slot.session.start <= instant < (slot.session.end or slot.session.start)]
    later = [slot for slot in timed if slot.session.start > instant]
    following = [slot for slot in later if slot.session.start == later[0].session.start]
    return now, following


def timetable(slots: Iterable[Slot], zone: ZoneInfo, column: str = "room") -> Timetable:
    """The timed sessions of one day, side by side by ``column``: ``"room"`` or ``"track"``.

    A room that is booked twice at one time has a column for each booking, so that none hides another.
    """
    timed = [slot for slot in in_order(slots) if slot.session.start]
    lanes = [(name, lane) for name, found in _lanes(timed, column).items() for lane in found]
    column_of = {slot.session.uid: number for number, (_name, lane) in enumerate(lanes, start=1) for slot in lane}
    moments = sorted({moment for slot in timed for moment in (slot.session.start, _closing(slot)) if moment})
    line = {moment: number for number, moment in enumerate(moments, start=1)}
    cells = [
        Cell(
            slot,
            column_of[slot.session.uid],
            line[slot.session.start],
            max(line[_closing(slot)], line[slot.session.start] + 1),
        )
        for slot in timed
    ]
    names = tuple(name for name, _lane in lanes)
    return Timetable(names, tuple(moment.astimezone(zone) for moment in moments), tuple(cells))


def _lanes(timed: Iterable[Slot], column: str) -> dict[str, list[list[Slot]]]:
    """By room or track, the fewest lists of sessions that do not overlap."""
    lanes: dict[str, list[list[Slot]]] = {}
    for slot in timed:
        side_by_side = lanes.setdefault(getattr(slot.session, column), [])
        start = slot.session.start
        free = (lane for lane in side_by_side if _closing(lane[-1]) <= start and lane[-1].session.start < start)
        lane = next(free, None)
        if lane is None:
            side_by_side.append([slot])
        else:
            lane.append(slot)
    return lanes


def _closing(slot: Slot) -> datetime:
    end: datetime | None = slot.session.end
    start: datetime = slot.session.start
    return end if end and end > start else start


def _order(slot: Slot) -> tuple[bool, float, int]:
    start = slot.session.start
    return (start is None, start.timestamp() if start else 0.0, slot.session.sort_order or 0)


def _grouped(slots: Iterable[Slot], name: Callable[[Slot], str]) -> list[tuple[str, list[Slot]]]:
    groups: dict[str, list[Slot]] = {}
    for slot in in_order(slots):
        groups.setdefault(name(slot), []).append(slot)
    return list(groups.items())
