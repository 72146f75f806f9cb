"""What the C3VOC schema asks of a schedule.json, as plain rules written for these tests.

``violations(data)`` names every place that breaks one. The rules are those that
the schema states; the file itself belongs to its authors and is not kept here.
"""

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

CONFERENCE = {
    "acronym", "title", "description", "start", "end", "daysCount", "timeslot_duration", "time_zone_name", "logo",
    "colors", "keywords", "url", "tracks", "rooms", "meta", "days",
}  # fmt: skip
CONFERENCE_NEEDS = {"title", "acronym", "days", "daysCount", "start", "end", "timeslot_duration"}
DAY = {"index", "date", "day_start", "day_end", "rooms"}
EVENT = {
    "guid", "code", "id", "logo", "date", "start", "end", "duration", "room", "slug", "url", "title", "subtitle",
    "track", "type", "language", "abstract", "description", "recording_license", "do_not_record", "do_not_stream",
    "persons", "links", "feedback_url", "origin_url", "attachments",
}  # fmt: skip
EVENT_NEEDS = {
    "abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room", "slug", "start", "subtitle",
    "title", "track", "type", "url",
}  # fmt: skip


def violations(data: dict[str, Any]) -> list[str]:
    found = _keys("file", data, {"schedule", "$schema", "generator"}, {"schedule"})
    schedule = data.get("schedule", {})
    found += _keys("schedule", schedule, None, {"conference", "version"})
    conference = schedule.get("conference", {})
    found += _keys("conference", conference, CONFERENCE, CONFERENCE_NEEDS)
    found += _matches("acronym", conference.get("acronym"), r"^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$")
    found += _parses("start", conference.get("start"), date.fromisoformat)
    found += _parses("end", conference.get("end"), date.fromisoformat)
    if "time_zone_name" in conference:
        found += _matches("time_zone_name", conference["time_zone_name"], r"^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")
    for room in conference.get("rooms", []):
        found += _keys("room", room, {"guid", "name", "slug", "type", "description", "capacity"}, {"guid", "name"})
        found += _parses("room guid", room.get("guid"), UUID)
    for day in conference.get("days", []):
        found += _day(day)
    return found


def _day(day: dict[str, Any]) -> list[str]:
    found = _keys("day", day, DAY, DAY)
    found += _parses("day date", day["date"], date.fromisoformat)
    found += _parses("day_start", day["day_start"], datetime.fromisoformat)
    found += _parses("day_end", day["day_end"], datetime.fromisoformat)
    for room, events in day["rooms"].items():
        for event in events:
            found += _event(f"{room}/{event.get('title')}", event)
    return found


def _event(place: str, event: dict[str, Any]) -> list[str]:
    found = _keys(place, event, EVENT, EVENT_NEEDS)
    found += _parses(place, event.get("guid"), UUID)
    found += _parses(place, event.get("date"), datetime.fromisoformat)
    found += _matches(place, event.get("start"), r"^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$")
    found += _matches(place, event.get("duration"), r"^[0-9]+:[0-9]{2}$")
    found += _matches(place, event.get("slug"), r"^[a-z0-9_-]+[a-z0-9]$")
    if not (isinstance(event.get("id"), int) and event["id"] >= 1):
        found.append(f"{place}: id {event.get('id')!r}")
    if not urlsplit(str(event.get("url"))).scheme:
        found.append(f"{place}: url {event.get('url')!r}")
    for person in event.get("persons", []):
        as_frab = "public_name" in person and isinstance(person.get("id"), int)
        as_pretalx = "name" in person
        if as_frab == as_pretalx:
            found.append(f"{place}: a person is of exactly one kind, {person}")
    return found


def _keys(place: str, data: dict[str, Any], allowed: set[str] | None, needed: set[str]) -> list[str]:
    extra = data.keys() - allowed if allowed is not None else set()
    missing = needed - data.keys()
    return [f"{place}: {name} is not in the schema" for name in sorted(extra)] + [
        f"{place}: {name} is missing" for name in sorted(missing)
    ]


def _matches(place: str, value: Any, pattern: str) -> list[str]:
    return [] if isinstance(value, str) and re.search(pattern, value) else [f"{place}: {value!r} is not {pattern}"]


def _parses(place: str, value: Any, reader: Any) -> list[str]:
    try:
        reader(value)
    except (TypeError, ValueError, AttributeError):
        return [f"{place}: {value!r}"]
    return []
