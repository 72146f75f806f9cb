"""A summit as ``schedule.json``, valid against the C3VOC schema. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid5

from wagtail_gulf_summit import __version__

from ..history import version_of
from ..loading import Slot
from ..schedule import by_day, by_room, rooms, tracks
from ..summary import session_name
from ..times import MIDNIGHT, at

SCHEMA = "https://c3voc.de/schedule/schema.json"
ZONE_NAME = re.compile(r"^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")


def write(page: Any, slots: Sequence[Slot]) -> dict[str, Any]:
    """The file as data; sessions without a time have no place in this format and are left out."""
    timed = [slot for slot in slots if slot.session.start]
    days = by_day(timed, page.zone)
    span = page.span
    first = span.first_day if span else (days[0].day if days else None)
    last = span.last_day if span else (days[-1].day if days else None)
    conference = {
        "acronym": acronym(page),
        "title": page.title,
        "description": page.theme,
        "start": first.isoformat() if first else "",
        "end": last.isoformat() if last else "",
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        **({"time_zone_name": page.timezone} if ZONE_NAME.search(page.timezone) else {}),
        **({"url": page.full_url} if page.full_url else {}),
        "tracks": [{"name": name} for name in tracks(timed)],
        "rooms": [{"name": name, "guid": str(uuid5(page.translation_key, name))} for name in rooms(timed)],
        "days": [_day(page, number, plan) for number, plan in enumerate(days, start=1)],
    }
    return {
        "$schema": SCHEMA,
        "generator": {"name": "wagtail-gulf-summit", "version": __version__},
        "schedule": {"version": str(version_of(page)), "conference": conference},
    }


def acronym(page: Any) -> str:
    """A short Latin name of the summit: from its slug, else from its number."""
    name = re.sub(r"[^a-z0-9]+", "_", page.slug.casefold()).strip("_")
    return name if len(name) >= 4 else f"summit_{page.pk}"


def _day(page: Any, number: int, plan: Any) -> dict[str, Any]:
    return {
        "index": number,
        "date": plan.day.isoformat(),
        "day_start": at(plan.day, MIDNIGHT, page.zone).isoformat(),
        "day_end": at(plan.day + timedelta(days=1), MIDNIGHT, page.zone).isoformat(),
        "rooms": {room: [_event(page, slot) for slot in booked] for room, booked in by_room(plan.slots)},
    }


def _event(page: Any, slot: Slot) -> dict[str, Any]:
    session = slot.session
    language = page.locale.language_code
    start = session.start.astimezone(page.zone)
    url = page.full_url
    return {
        "guid": str(session.uid),
        "id": session.pk,
        "date": start.isoformat(),
        "start": start.strftime("%H:%M"),
        "duration": _duration(session.start, session.end),
        "room": session.room,
        "slug": session.anchor,
        "url": f"{url}#{session.anchor}" if url else session.uid.urn,
        "title": session_name(session, language),
        "subtitle": "",
        "track": session.track or None,
        "type": session.kind,
        "language": language,
        "abstract": session.abstract,
        "description": "",
        "persons": [
            {
                "guid": str(one.person.translation_key),
                "name": one.person.name,
                "public_name": one.person.name,
                "role": one.role,
            }
            for one in slot.speakers
        ],
        "links": [],
        "attachments": [],
    }


def _duration(start: datetime, end: datetime | None) -> str:
    minutes = int((end - start).total_seconds()) // 60 if end and end > start else 0
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
