"""Search over articles, summits and people."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Router
from wagtail.models import Site

from wagtail_gulf_summit.delivery.documents import SearchHit
from wagtail_gulf_summit.delivery.search import MOST, search

from . import cursors
from .computed import respond_with_items
from .http import place_of
from .operations import BAD_REQUEST, get
from .parameters import CURSOR, DEFAULT_LIMIT, LANG, LIMIT, Invalid, Parameter
from .problems import filled
from .schemas import SearchList

router = Router(tags=["search"])

TYPES = ("article", "summit", "person")
MAX_QUERY = 200


def read_query(value: str) -> str:
    value = value.strip()
    if not value or len(value) > MAX_QUERY:
        raise Invalid(_("Enter what to search for, 200 characters at most."))
    return value


def read_type(value: str) -> str:
    if value not in TYPES:
        raise Invalid(filled(_("There is no such type. There are: %(known)s."), known=", ".join(TYPES)))
    return value


TEXT = {"type": "string", "minLength": 1, "maxLength": MAX_QUERY, "pattern": r"\S"}
Q = Parameter("q", read_query, TEXT, "What to find.", required=True)
TYPE = Parameter("type", read_type, {"type": "string", "enum": list(TYPES)}, "Only one type of result.")


@get(router, "/", {200: SearchList, **BAD_REQUEST}, Q, LANG, TYPE, LIMIT, CURSOR, summary="Search, the best first")
def search_newsroom(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Finds words in all their forms, and marks them in `title_highlighted` and `excerpt`."""
    name = f"search {values['q']} {values.get('type', '')} {values.get('lang', '')}"
    start = cursors.decode(values["cursor"], name)[0] if "cursor" in values else 0
    limit = values.get("limit", DEFAULT_LIMIT)
    start = max(0, min(start, MOST))
    types = [values["type"]] if "type" in values else list(TYPES)
    site = Site.find_for_request(request)
    stop = start + limit
    hits, more = search(values["q"], site, place_of(request), types, values.get("lang"), start, stop)
    following = cursors.encode((stop, 0), name) if more and stop < MOST else None
    return respond_with_items(request, SearchHit, hits, following, values)
