"""A summit as schema.org data (JSON-LD). Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .loading import Slot, slots_of
from .schedule import by_speaker, in_order
from .summary import attendance_mode, organisers, series_name, session_name, session_when
from .times import at

SCHEMA = "https://schema.org/"
STATUS = {
    "scheduled": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
    "moved_online": "EventMovedOnline",
    "rescheduled": "EventRescheduled",
}
MODE = {
    "offline": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}


def summit_jsonld(page: Any, url: str, slots: Sequence[Slot] | None = None, image: str = "") -> dict[str, Any]:
    """A ``ConferenceEvent`` with its sessions as ``subEvent``; what is not known is left out.

    ``url`` is the summit's full address, ``image`` that of its picture. Whole
    days are dates, times have an offset.
    """
    slots = slots_of(page) if slots is None else slots
    language = page.locale.language_code
    return _known(
        {
            "@context": SCHEMA.rstrip("/"),
            "@type": "ConferenceEvent",
            "@id": url,
            "url": url,
            "name": page.title,
            "description": getattr(page, "search_description", "") or page.theme,
            "inLanguage": language,
            "image": image,
            **_span(page),
            "previousStartDate": _one_or_all(_earlier_starts(page)),
            "eventStatus": SCHEMA + STATUS[page.status],
            "eventAttendanceMode": SCHEMA + MODE[attendance_mode(page)],
            "location": _location(page, url),
            "organizer": _organisers(page),
            "offers": {"@type": "Offer", "url": page.registration_url} if page.registration_url else None,
            "audience": {"@type": "Audience", "audienceType": page.audience} if page.audience else None,
            "superEvent": _series(page),
            "performer": [_person(person) for person, _sessions in by_speaker(slots)],
            "subEvent": [_session(page, slot, url, language) for slot in in_order(slots)],
        }
    )


def _session(page: Any, slot: Slot, url: str, language: str) -> dict[str, Any]:
    session = slot.session
    when = session_when(session, page.zone, language)
    start = when.start.isoformat() if when.start else (session.day.isoformat() if session.day else None)
    return _known(
        {
            "@type": "Event",
            "@id": f"{url}#{session.anchor}",
            "name": session_name(session, language),
            "description": session.abstract,
            "startDate": start,
            "endDate": when.end.isoformat() if when.end else None,
            "eventStatus": SCHEMA + STATUS[page.status],
            "eventAttendanceMode": SCHEMA + MODE[attendance_mode(page)],
            "location": _location(page, url, session.room),
            "maximumAttendeeCapacity": session.capacity,
            "performer": [_person(appearance.person) for appearance in slot.speakers],
        }
    )


def _span(page: Any) -> dict[str, str | None]:
    span = page.span
    if span is None:
        # schema.org: an event put off without a new day keeps the day it was to begin on.
        starts = _earlier_starts(page) if page.status == page.Status.POSTPONED else []
        return {"startDate": starts[-1]} if starts else {}
    if span.all_day:
        return {"startDate": span.first_day.isoformat(), "endDate": span.last_day.isoformat()}
    return {"startDate": span.start.isoformat(), "endDate": span.end.isoformat() if span.end_given else None}


def _earlier_starts(page: Any) -> list[str]:
    return [
        at(value["start_date"], value["start_time"], page.zone).isoformat()
        if value["start_time"]
        else value["start_date"].isoformat()
        for value in (child.value for child in page.previous_dates)
    ]


def _one_or_all(values: list[Any]) -> Any:
    return values if len(values) > 1 else next(iter(values), None)


def _location(page: Any, url: str, room: str = "") -> Any:
    mode = attendance_mode(page)
    # Where the address online is not known yet, the page is where it will be told.
    virtual = {"@type": "VirtualLocation", "url": page.online_url or url}
    places = (_place(page, room) if mode != "online" else None, virtual if mode != "offline" else None)
    return _one_or_all([place for place in places if place])


def _place(page: Any, room: str) -> dict[str, Any] | None:
    address = _known(
        {
            "streetAddress": page.venue_address,
            "addressLocality": page.city,
            "addressCountry": page.country_code,
        }
    )
    venue = page.venue_name or page.city
    if not venue:
        return None
    place = _known(
        {
            "@type": "Place",
            "name": venue,
            "address": {"@type": "PostalAddress", **address} if address else None,
            "geo": _geo(page),
        }
    )
    return {"@type": "Place", "name": room, "containedInPlace": place, **_inherited(place)} if room else place


def _inherited(place: dict[str, Any]) -> dict[str, Any]:
    return {"address": place["address"]} if "address" in place else {}


def _geo(page: Any) -> dict[str, Any] | None:
    if page.latitude is None or page.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(page.latitude), "longitude": float(page.longitude)}


def _organisers(page: Any) -> list[dict[str, Any]]:
    known = [_organisation(organisation) for organisation in organisers(page)]
    return known or ([{"@type": "Organization", "name": page.organiser_text}] if page.organiser_text else [])


def _organisation(organisation: Any) -> dict[str, Any]:
    return _known({"@type": "Organization", "name": organisation.name, "url": organisation.website})


def _person(person: Any) -> dict[str, Any]:
    return {"@type": "Person", "name": person.name}


def _series(page: Any) -> dict[str, Any] | None:
    name = series_name(page)
    return {"@type": "EventSeries", "name": name} if name else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
