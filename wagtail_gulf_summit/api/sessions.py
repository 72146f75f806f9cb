"""Sessions of all summits, in the order in which they are held."""

from datetime import datetime, timezone
from typing import Any

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone as clock
from ninja import Router
from wagtail.models import Site

from wagtail_gulf_summit.delivery import documents
from wagtail_gulf_summit.delivery.builders.sessions import session_items
from wagtail_gulf_summit.delivery.kinds import SUMMIT
from wagtail_gulf_summit.delivery.store.clock import from_micros, to_micros
from wagtail_gulf_summit.delivery.store.keys import city_key
from wagtail_gulf_summit.delivery.store.lists import Asked, ids_of_documents
from wagtail_gulf_summit.delivery.store.visible import Place
from wagtail_gulf_summit.delivery.visibility import visible_pages
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.people.models import Person

from . import calendars, cursors
from .computed import one_page, respond_with_items
from .http import place_of
from .listing import list_parameters
from .lookups import ids_of
from .operations import BAD_REQUEST, NOT_FOUND, Id, get
from .parameters import FIELDS, LANG, as_range, key_parameter, range_parameters
from .schemas import SessionList
from .summits import CITY, STATE

router = Router(tags=["summits"])
NAME = "sessions"

#: What is asked of the summit that a session belongs to. A speaker of it speaks in some session of it.
FILTERS = ("series", "person", "topic")

#: Where sessions stand whose time is to be announced: after all others.
UNKNOWN = datetime(9999, 1, 1, tzinfo=timezone.utc)


@get(
    router,
    "/",
    {200: SessionList, **BAD_REQUEST},
    *list_parameters(
        LANG,
        key_parameter("summit", "a summit"),
        key_parameter("series", "the page of a series of summits"),
        key_parameter("person", "a speaker"),
        key_parameter("topic", "a topic of the summit"),
        CITY,
        STATE,
        *range_parameters("start"),
        fields=FIELDS,
    ),
    summary="Sessions of all summits, the earliest first",
)
def list_sessions(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Those whose time is to be announced come last."""
    sessions = _filtered(_on_site(request), values, place_of(request))
    count = sessions.count() if values.get("count") else None
    if "cursor" in values:
        sort, last_id = cursors.decode(values["cursor"], NAME)
        moment = from_micros(sort)
        sessions = sessions.filter(Q(sort=moment, pk__gt=last_id) | Q(sort__gt=moment))
    page, more = one_page(sessions.order_by("sort", "pk"), values)
    following = cursors.encode((to_micros(page[-1].sort) or 0, page[-1].pk), NAME) if more else None
    return respond_with_items(request, documents.SessionItem, session_items(page), following, values, count)


@get(
    router,
    "/{id}.ics",
    NOT_FOUND,
    summary="One session as a calendar",
    media_type=calendars.ICS,
    url_name="session_ics",
)
def get_session_calendar(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return calendars.of_session(request, id)


def _on_site(request: HttpRequest) -> QuerySet[Session]:
    pages = visible_pages(Site.find_for_request(request))
    return Session.objects.filter(page__in=pages).annotate(sort=Coalesce("start", Value(UNKNOWN)))


def _filtered(sessions: QuerySet[Session], values: dict[str, Any], place: Place) -> QuerySet[Session]:
    lang = values.get("lang")
    if lang is not None:
        sessions = sessions.filter(page__locale__language_code=lang)
    if "summit" in values:
        sessions = sessions.filter(page_id__in=ids_of("summit", values["summit"], lang, place))
    named = [(name, ids_of(name, values[name], lang, place)) for name in FILTERS if name in values]
    if "city" in values:
        named.append(("city", [city_key(values["city"])]))
    if named:
        summits = ids_of_documents(Asked(SUMMIT, 0, lang=lang, keys=named), place)
        sessions = sessions.filter(page_id__in=summits)
    if "person" in values:
        # A stage keeps whom the editor chose; the summit shows them in its own language.
        people = Person.objects.filter(pk__in=dict(named)["person"], live=True)
        family = Person.objects.filter(translation_key__in=people.values("translation_key"))
        ids = "|".join(map(str, family.order_by("pk").values_list("pk", flat=True))) or "0"
        sessions = sessions.annotate(stage=Cast("speakers", TextField()))
        sessions = sessions.filter(stage__regex=rf'"person": ?({ids})[,}}]')
    if "state" in values:
        sessions = sessions.filter(_in_state(values["state"]))
    for comparison in ("gte", "gt", "lte", "lt"):
        if f"start__{comparison}" in values:
            lookup, micros = as_range(comparison, values[f"start__{comparison}"])
            sessions = sessions.filter(**{f"start__{lookup}": from_micros(micros)})
    return sessions


def _in_state(state: str) -> Q:
    """Sessions that are ahead, on, or over at this moment; one without an end is over once it has begun."""
    now = clock.now()
    over = Q(end__lte=now) | Q(end=None, start__lte=now)
    return {"upcoming": Q(start__gt=now), "running": Q(start__lte=now, end__gt=now), "past": over}[state]
