"""Summits, their sessions and their calendars."""

import json
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from wagtail_gulf_summit.delivery import documents
from wagtail_gulf_summit.delivery.kinds import SUMMIT
from wagtail_gulf_summit.delivery.store.clock import now_micros
from wagtail_gulf_summit.delivery.store.keys import city_key
from wagtail_gulf_summit.delivery.store.lists import Asked
from wagtail_gulf_summit.delivery.store.read import find
from wagtail_gulf_summit.delivery.store.write import digest

from . import calendars
from .detail import found_or_404, in_its_language, respond_with_document
from .http import place_of, respond
from .listing import ALL, asked_for, list_parameters, respond_with_list
from .operations import BAD_REQUEST, NOT_FOUND, Id, get
from .parameters import FIELDS, LANG, choice_parameter, key_parameter, range_parameters, text_parameter
from .schemas import SessionsOfSummit, Sparse, SummitList
from .sparse import project, read_fields

router = Router(tags=["summits"])

FILTERS = ("section", "series", "person", "topic")

STATE = choice_parameter(
    "state", ("upcoming", "running", "past"), "Where the time of the request stands: before, during or after."
)
CITY = text_parameter("city", "The city, in any usual spelling of the document's language.")


@get(
    router,
    "/",
    {200: SummitList, **BAD_REQUEST},
    *list_parameters(
        LANG,
        key_parameter("section", "a section that the summit is in"),
        key_parameter("series", "the page of a series"),
        key_parameter("person", "a speaker"),
        key_parameter("topic", "a topic"),
        CITY,
        STATE,
        *range_parameters("start"),
        *range_parameters("published_at"),
    ),
    summary="Summits, the latest first",
)
def list_summits(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """By their first day; those without one by their publication. Whole documents, unless `fields` asks for less.

    Those that are `upcoming` or `running` come in the order in which they begin.
    """
    asked = asked_for(SUMMIT, values, place_of(request), FILTERS)
    asked = in_city(in_state(asked, values.get("state")), values.get("city"))
    return respond_with_list(request, SUMMIT, asked, values.get("fields", ""))


def in_state(asked: Asked, state: str | None) -> Asked:
    """Those that are ahead, on, or over at this moment."""
    now = now_micros()
    # A summit stands in lists where it starts: the second bound of each lets an index find the place.
    bounds = {
        "upcoming": [("starts", "gt", now), ("sort", "gt", now)],
        "running": [("ends", "gt", now), ("sort", "lte", now)],
        "past": [("ends", "lte", now), ("sort", "lte", now)],
    }
    if state is None:
        return asked
    return replace(asked, ranges=[*asked.ranges, *bounds[state]], earliest=state != "past")


def in_city(asked: Asked, city: str | None) -> Asked:
    return asked if city is None else replace(asked, keys=[*asked.keys, ("city", [city_key(city)])])


@get(
    router,
    "/all.ics",
    BAD_REQUEST,
    LANG,
    summary="The calendar of all summits",
    media_type=calendars.ICS,
    url_name="summits_ics",
)
def get_calendar(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    return calendars.feed(request, values, {})


@get(
    router,
    "/section/{id}.ics",
    NOT_FOUND,
    LANG,
    summary="The calendar of a section's summits",
    media_type=calendars.ICS,
    url_name="section_ics",
)
def get_section_calendar(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return calendars.feed(request, values, {"section": id})


@get(
    router,
    "/series/{id}.ics",
    NOT_FOUND,
    LANG,
    summary="The calendar of a series of summits",
    media_type=calendars.ICS,
    url_name="series_ics",
)
def get_series_calendar(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return calendars.feed(request, values, {"series": id})


@get(
    router,
    "/{id}.ics",
    NOT_FOUND,
    summary="A summit and its sessions as a calendar",
    media_type=calendars.ICS,
    url_name="summit_ics",
)
def get_summit_calendar(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return calendars.of_summit(request, id)


@get(router, "/{id}/", {200: documents.Summit | Sparse, **NOT_FOUND}, FIELDS, summary="One summit, with its sessions")
def get_summit(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return respond_with_document(request, SUMMIT, id, values)


@get(
    router,
    "/{id}/sessions/",
    {200: SessionsOfSummit, **NOT_FOUND},
    FIELDS,
    summary="The sessions of a summit, in their order",
)
def list_sessions_of_summit(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    """All at once: a summit has as many sessions as a programme can hold."""
    fields = values.get("fields", "")
    tree = None if fields in ("", ALL) else read_fields(fields, documents.Session)
    found = found_or_404(find(SUMMIT, id, place_of(request)))
    sessions = project(json.loads(found.text or b"")["sessions"], tree)
    content = json.dumps({"items": sessions, "next": None}, ensure_ascii=False, separators=(",", ":"))
    return in_its_language(respond(request, content, digest(content), surrogate_key=f"summit-{id}"), found)
