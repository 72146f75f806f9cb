"""A generated schedule.json of as many talks as a test needs."""

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

ROOMS = ("القاعة الكبرى", "Hall B", "Hall C", "Hall D")
TRACKS = ("Government", "Health", None)
KINDS = ("talk", "workshop", "Lecture", "Panel", "keynote")


def schedule(talks: int = 200, zone: str = "Asia/Dubai", first: datetime | None = None) -> dict[str, Any]:
    """Talks of 30 minutes in four rooms, 48 a day; every guid is made from its number, so two calls agree."""
    tz = ZoneInfo(zone)
    first = first or datetime(2026, 11, 2, 9)
    days: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for number in range(talks):
        day, rest = divmod(number, 48)
        row, column = divmod(rest, 4)
        start = (first + timedelta(days=day, minutes=30 * row)).replace(tzinfo=tz)
        room = ROOMS[column]
        days.setdefault(start.date().isoformat(), {}).setdefault(room, []).append(event(number, start, room))
    return {
        "schedule": {
            "version": "1.0",
            "conference": {
                "acronym": "gulf_2026",
                "title": "قمة الخليج 2026",
                "start": min(days),
                "end": max(days),
                "daysCount": len(days),
                "timeslot_duration": "00:05",
                "time_zone_name": zone,
                "days": [
                    {
                        "index": index,
                        "date": day,
                        "day_start": f"{day}T04:00:00+04:00",
                        "day_end": f"{day}T23:59:00+04:00",
                        "rooms": rooms,
                    }
                    for index, (day, rooms) in enumerate(days.items(), start=1)
                ],
            },
        }
    }


def event(number: int, start: datetime, room: str) -> dict[str, Any]:
    return {
        "id": number + 1,
        "guid": str(uuid5(NAMESPACE_URL, f"https://example.org/talks/{number}")),
        "logo": None,
        "date": start.isoformat(),
        "start": start.strftime("%H:%M"),
        "duration": "00:30",
        "room": room,
        "slug": f"gulf-2026-{number}",
        "url": f"https://example.org/talks/{number}",
        "title": f"Talk {number}",
        "subtitle": "",
        "track": TRACKS[number % len(TRACKS)],
        "type": KINDS[number % len(KINDS)],
        "language": "ar",
        "abstract": f"ملخص الجلسة {number}",
        "description": "",
        "recording_license": "",
        "do_not_record": False,
        "persons": [{"id": number % 60 + 1, "public_name": f"متحدث {number % 60}"}],
        "links": [],
        "attachments": [],
    }
