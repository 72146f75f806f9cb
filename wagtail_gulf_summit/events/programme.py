"""A summit's programme as its page shows it: days, hours, tracks, people. No HTML here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from django.utils.translation import override

from wagtail_gulf_summit.arabic.dates import format_date
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.roles import affiliation_on

from .blocks import SpeakerRole
from .loading import Slot
from .schedule import by_day, by_room, by_speaker, by_track, now_and_next, rooms, tracks
from .summary import When, session_name, session_when

Order = Literal["time", "track", "room"]


@dataclass(frozen=True)
class Speaker:
    """A person in a session or on the speakers page; ``role`` and ``organisation`` are those of the day."""

    person: Any
    part: str
    role: str = ""
    organisation: Any = None


@dataclass(frozen=True)
class Item:
    """One session as shown."""

    session: Any
    anchor: str
    name: str
    kind: str
    when: When
    speakers: tuple[Speaker, ...] = ()
    is_break: bool = False


@dataclass(frozen=True)
class Group:
    """Sessions under one heading: an hour, a track or a room. ``moment`` is set for an hour."""

    name: str
    items: tuple[Item, ...]
    moment: datetime | None = None


@dataclass(frozen=True)
class Day:
    """One day at the venue; ``day`` is ``None`` and ``name`` empty while it is to be announced."""

    day: date | None
    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Programme:
    days: tuple[Day, ...] = ()
    tracks: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    now: tuple[Item, ...] = ()
    next: tuple[Item, ...] = ()
    has_speakers: bool = field(default=False)


def programme(page: Any, slots: Sequence[Slot], language: str, order: Order, instant: datetime) -> Programme:
    """The programme of a summit page in words of ``language``, each day ordered by time, track or room."""
    items = {slot.session.uid: _item(page, slot, language) for slot in slots}
    running, following = now_and_next(slots, instant)
    span = page.span
    during = span is not None and span.start <= instant < span.end
    return Programme(
        days=tuple(
            Day(plan.day, format_date(plan.day, language) if plan.day else "", _groups(plan.slots, items, order))
            for plan in by_day(slots, page.zone)
        ),
        tracks=tuple(tracks(slots)),
        rooms=tuple(rooms(slots)),
        now=tuple(items[slot.session.uid] for slot in running),
        next=tuple(items[slot.session.uid] for slot in following) if during else (),
        has_speakers=any(slot.speakers for slot in slots),
    )


def speakers(page: Any, slots: Sequence[Slot], language: str) -> list[tuple[Speaker, list[Item]]]:
    """Everybody who appears, once, with their sessions."""
    return [
        (
            _speaker(page, person, "", appearances[0][0].session, language),
            [_item(page, slot, language) for slot, _role in appearances],
        )
        for person, appearances in by_speaker(slots)
    ]


def _groups(slots: Iterable[Slot], items: dict[Any, Item], order: Order) -> tuple[Group, ...]:
    if order == "track":
        return tuple(Group(name, _items(found, items)) for name, found in by_track(slots))
    if order == "room":
        return tuple(Group(name, _items(found, items)) for name, found in by_room(slots))
    hours: dict[datetime | None, list[Slot]] = {}
    for slot in slots:
        hours.setdefault(slot.session.start, []).append(slot)
    return tuple(
        Group(_clock(items[found[0].session.uid]), _items(found, items), items[found[0].session.uid].when.start)
        for found in hours.values()
    )


def _items(slots: Iterable[Slot], items: dict[Any, Item]) -> tuple[Item, ...]:
    return tuple(items[slot.session.uid] for slot in slots)


def _clock(item: Item) -> str:
    return item.when.hours.split("–")[0]


def _item(page: Any, slot: Slot, language: str) -> Item:
    session = slot.session
    with override(language):
        kind = str(session.get_kind_display())
    return Item(
        session=session,
        anchor=session.anchor,
        name=session_name(session, language),
        kind=kind,
        when=session_when(session, page.zone, language),
        speakers=tuple(_speaker(page, one.person, one.role, session, language) for one in slot.speakers),
        is_break=session.kind == session.Kind.BREAK,
    )


def _speaker(page: Any, person: Any, part: str, session: Any, language: str) -> Speaker:
    day = session.day_in(page.zone) or page.start_date
    affiliation = affiliation_on(person, day) if day else None
    with override(language):
        label = str(SpeakerRole(part).label) if part and part != SpeakerRole.SPEAKER else ""
    return Speaker(
        person,
        label,
        affiliation.role if affiliation else "",
        shown(affiliation.organisation, person.locale_id) if affiliation else None,
    )
