"""Summits and sessions as iCalendar (RFC 5545, RFC 7986).

A calendar program knows an event by its ``UID``, and takes a change when
``SEQUENCE`` has risen. The UID is made from the translation key and the language,
so it outlives slugs, domains and revisions, and the Arabic and the English
calendar can be subscribed to side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db.models import prefetch_related_objects
from django.utils.html import strip_tags
from icalendar import Calendar, Event, vText, vUri

from wagtail_gulf_summit import __version__

from .history import note_of
from .loading import Slot, slots_of
from .summary import attendance_mode, location_text, session_name
from .times import default_zone, zone_of
from .vtimezone import vtimezone

STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
#: Kept apart from what a calendar program shows, so that a file can be read back without loss.
KIND, ROOM, TRACK, SPEAKER = (f"X-GULF-SUMMIT-{name}" for name in ("KIND", "ROOM", "TRACK", "SPEAKER"))
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def uid(key: UUID, language: str) -> str:
    """The ``UID`` of a summit or a session, from its translation key, in one language."""
    return str(uuid5(key, language))


def summit_ics(page: Any, slots: Sequence[Slot] | None = None) -> bytes:
    """One summit with its sessions, as a file; without events while no day is fixed."""
    slots = slots_of(page) if slots is None else slots
    language = _language(page)
    events = [summit_event(page), *(session_event(page, slot) for slot in slots)]
    return _file(events, name=page.title, language=language)


def session_ics(page: Any, slot: Slot) -> bytes | None:
    """One session of a summit, as a file; ``None`` while not even its day is known."""
    language = _language(page)
    event = session_event(page, slot)
    return _file([event], name=session_name(slot.session, language), language=language) if event else None


def feed_ics(pages: Sequence[Any], name: str, language: str) -> bytes:
    """Many summits in one calendar to subscribe to: those of a section, of a series, or all."""
    if pages:
        prefetch_related_objects(list(pages), "locale")
    return _file([summit_event(page) for page in pages], name=name, language=language)


def summit_event(page: Any) -> Event | None:
    """The summit itself; ``None`` while no day is fixed."""
    span = page.span
    if span is None:
        return None
    language = _language(page)
    event = _event(page, page.translation_key, page.title, _description(page), location_text(page, language))
    if span.all_day:
        event.add("DTSTART", span.first_day)
        event.add("DTEND", span.last_day + timedelta(days=1))
    else:
        event.add("DTSTART", _moment(span.start))
        if span.end_given:
            event.add("DTEND", _moment(span.end))
    _add_place(event, page)
    return event


def session_event(page: Any, slot: Slot) -> Event | None:
    """One session; all day where only its day is known, ``None`` where not even that is."""
    session = slot.session
    if session.day_in(page.zone) is None:
        return None
    language = _language(page)
    venue = location_text(page, language)
    comma = "، " if language.startswith("ar") else ", "
    place = comma.join(part for part in (session.room, venue) if part)
    people = comma.join(appearance.person.name for appearance in slot.speakers)
    description = "\n\n".join(part for part in (people, session.abstract) if part)
    name = session_name(session, language)
    event = _event(page, session.translation_key, name, description, place, f"#{session.anchor}")
    if session.start:
        event.add("DTSTART", _moment(session.start.astimezone(page.zone)))
        if session.end and session.end > session.start:
            event.add("DTEND", _moment(session.end.astimezone(page.zone)))
    else:
        event.add("DTSTART", session.day)
        event.add("DTEND", session.day + timedelta(days=1))
    # As vText, for icalendar does not escape line breaks in properties that it does not know.
    event.add(KIND, vText(session.kind))
    event.add(ROOM, vText(session.room))
    event.add(TRACK, vText(session.track))
    for appearance in slot.speakers:
        event.add(SPEAKER, vText(appearance.person.name))
    event.add("RELATED-TO", uid(page.translation_key, language))
    _add_place(event, page)
    return event


def _event(page: Any, key: UUID, summary: str, description: str, location: str, fragment: str = "") -> Event:
    language = _language(page)
    note = note_of(page, key)
    changed = note.changed or page.last_published_at or EPOCH
    event = Event()
    event.add("UID", uid(key, language))
    # The time of the last change, not of the download, so that the same calendar has the same bytes.
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", note.sequence)
    event.add("SUMMARY", _text(summary, language))
    if description:
        event.add("DESCRIPTION", _text(description, language))
    if location:
        event.add("LOCATION", _text(location, language))
    event.add("STATUS", STATUS.get(page.status, "CONFIRMED"))
    if page.full_url:
        event.add("URL", vUri(page.full_url + fragment))
    return event


def _add_place(event: Event, page: Any) -> None:
    if page.latitude is not None and page.longitude is not None and attendance_mode(page) != "online":
        event.add("GEO", (float(page.latitude), float(page.longitude)))
    if page.online_url:
        event.add("CONFERENCE", vUri(page.online_url), parameters={"VALUE": "URI"})


def _description(page: Any) -> str:
    parts = [page.theme, strip_tags(getattr(page, "search_description", "")), page.registration_url]
    return "\n\n".join(part for part in parts if part)


def _text(value: str, language: str) -> vText:
    return vText(value, params={"LANGUAGE": language})


def _moment(moment: datetime) -> datetime:
    """By the venue's clock; in UTC where that time comes a second time, which a clock time cannot say."""
    return moment.astimezone(timezone.utc) if moment.fold else moment


def _language(page: Any) -> str:
    return str(page.locale.language_code)


def _file(events: Iterable[Event | None], name: str, language: str) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//wagtail-gulf-summit//{__version__}//{language.upper()}")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", _text(name, language))
    calendar.add("X-WR-CALNAME", vText(name))
    present = [event for event in events if event is not None]
    # RFC 5545 wants one component at least.
    for zone, first, last in _stretches(present) if present else [(zone_of(default_zone()), EPOCH, EPOCH)]:
        calendar.add_component(vtimezone(zone, first, last))
    for event in present:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _stretches(events: list[Event]) -> list[tuple[ZoneInfo, date, date]]:
    """Each zone that is used, with the first and the last day on which it is."""
    days: dict[str, list[date]] = {}
    zones: dict[str, ZoneInfo] = {}
    for event in events:
        for name in ("DTSTART", "DTEND"):
            moment = event[name].dt if name in event else None
            if isinstance(moment, datetime) and isinstance(moment.tzinfo, ZoneInfo):
                zones[moment.tzinfo.key] = moment.tzinfo
                days.setdefault(moment.tzinfo.key, []).append(moment.date())
    return [(zones[key], min(days[key]), max(days[key])) for key in sorted(zones)]
