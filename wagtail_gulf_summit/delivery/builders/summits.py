"""Summits and their sessions as documents."""

from dataclasses import asdict
from typing import Any

from django.utils.html import escape

from wagtail_gulf_summit.arabic.dates import format_date_range
from wagtail_gulf_summit.citations.numbering import citation_documents
from wagtail_gulf_summit.events.blocks import SpeakerRole
from wagtail_gulf_summit.events.loading import Slot, slots_of
from wagtail_gulf_summit.events.schedule import in_order
from wagtail_gulf_summit.events.summary import (
    announced_counts,
    attendance_mode,
    location_text,
    organisers,
    series_name,
    session_when,
    summit_when,
)
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.roles import affiliation_on
from wagtail_gulf_summit.people.values import organisation_value, person_value, story_day

from .articles import blocks_of, hero_of, values_of
from .comments import comments_info
from .pages import alternates, ancestors, language_of, page_facts, page_ref, publication_times, section_ref
from .seo import seo, summit_objects


def summit_card(page: Any) -> dict[str, Any]:
    """A ``SummitCard``; call it with ``page`` in scope."""
    language = language_of(page)
    when = summit_when(page, language)
    return {
        **page_facts(page, "summit"),
        "section": section_ref(page),
        "topics": values_of(page.topics) if hasattr(page, "topics") else [],
        "series": _series(page),
        "edition": page.edition,
        "theme": page.theme,
        "when": asdict(when),
        "start": when.start,
        "end": when.end,
        "dates_display": when.display,
        "venue": _venue(page, language),
        "attendance_mode": attendance_mode(page),
        "attendance_mode_display": str(page.AttendanceMode(attendance_mode(page)).label),
        "status": page.status,
        "status_display": page.get_status_display(),
        "hero": hero_of(page, escape(page.hero_caption)),
        **publication_times(page),
    }


def summit_document(page: Any) -> dict[str, Any]:
    """A ``Summit``; call it with ``page`` in scope."""
    language = language_of(page)
    slots = in_order(slots_of(page))
    document = {
        **summit_card(page),
        "alternates": alternates(page),
        "previous_dates": [_earlier(child.value, language) for child in page.previous_dates],
        "online_url": page.online_url,
        "expected_attendance": {"min": page.attendance_min, "text": page.attendance_text},
        "audience": page.audience,
        "organisers": [organisation_value(organisation) for organisation in organisers(page)],
        "organiser_text": page.organiser_text,
        "registration_url": page.registration_url,
        "announced": announced_counts(page, slots),
        "body": blocks_of(page.body),
        "citations": citation_documents(page),
        "sessions": [session_value(page, slot) for slot in slots],
        "comments": comments_info(page),
    }
    return {**document, "seo": seo(page, document, summit_objects(page, document, slots))}


def session_value(page: Any, slot: Slot) -> dict[str, Any]:
    """A ``Session`` of the summit ``page``."""
    session = slot.session
    when = session_when(session, page.zone, language_of(page))
    return {
        "id": session.pk,
        "uid": str(session.uid),
        "kind": session.kind,
        "kind_display": session.get_kind_display(),
        "title": session.title,
        "abstract": session.abstract,
        "day": session.day_in(page.zone),
        "when": asdict(when),
        "start": when.start,
        "start_display": when.display,
        "end": when.end,
        "room": session.room,
        "track": session.track,
        "invitation_only": session.invitation_only,
        "capacity": session.capacity,
        "speakers": [_speaker(page, session, appearance) for appearance in slot.speakers],
    }


def _speaker(page: Any, session: Any, appearance: Any) -> dict[str, Any]:
    person = appearance.person
    affiliation = affiliation_on(person, session.day_in(page.zone) or page.start_date or story_day(page))
    organisation = shown(affiliation.organisation, person.locale_id) if affiliation else None
    return {
        "person": person_value(person),
        "role": appearance.role,
        "role_display": str(SpeakerRole(appearance.role).label),
        "affiliation": affiliation.role if affiliation else "",
        "organisation": organisation_value(organisation),
    }


def _series(page: Any) -> dict[str, Any] | None:
    name = series_name(page)
    return {"name": name, "page": page_ref(series_above(page))} if name else None


def series_above(page: Any) -> Any | None:
    """The page of the series that the summit is in, whether or not readers may see it."""
    above = ancestors(page)[:1]
    return above[0] if above and getattr(above[0].specific_class, "is_summit_series", False) else None


def _venue(page: Any, language: str) -> dict[str, Any]:
    placed = page.latitude is not None and page.longitude is not None
    return {
        "name": page.venue_name,
        "address": page.venue_address,
        "city": page.city,
        "country_code": page.country_code,
        "coordinates": {"latitude": float(page.latitude), "longitude": float(page.longitude)} if placed else None,
        "text": location_text(page, language),
    }


def _earlier(value: Any, language: str) -> dict[str, Any]:
    start_time = value["start_time"]
    return {
        "start_date": value["start_date"],
        "end_date": value["end_date"],
        "start_time": start_time.isoformat("minutes") if start_time else None,
        "display": format_date_range(value["start_date"], value["end_date"], language),
    }
