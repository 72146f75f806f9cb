"""The newest articles as feeds."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Router
from wagtail.models import Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.delivery.builders.pages import address_of, language_of
from wagtail_gulf_summit.delivery.feeds import FORMS, Channel
from wagtail_gulf_summit.delivery.kinds import ARTICLE
from wagtail_gulf_summit.delivery.store.clock import EPOCH
from wagtail_gulf_summit.delivery.store.lists import list_documents
from wagtail_gulf_summit.delivery.store.write import digest
from wagtail_gulf_summit.delivery.visibility import visible_pages

from .http import place_of, respond
from .listing import asked_for
from .lookups import ids_of
from .operations import NOT_FOUND, get
from .parameters import LANG, key_parameter
from .problems import Problem

router = Router(tags=["feeds"])

#: What a reader of feeds fetches at once.
ITEMS = 30
PARAMETERS = (
    LANG,
    key_parameter("section", "a section; those below it count as well"),
    key_parameter("topic", "a topic"),
    key_parameter("person", "somebody who wrote the article or is quoted in it"),
)
FILTERS = ("section", "topic", "person")
RSS, ATOM, JSON_FEED = "application/rss+xml", "application/atom+xml", "application/feed+json"


@get(router, "/rss/", NOT_FOUND, *PARAMETERS, summary="The newest articles as RSS 2.0", media_type=RSS)
def get_rss(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """In one language: that of `lang`, else that of the section, else the site's first."""
    return _feed(request, values, "rss", RSS)


@get(router, "/atom/", NOT_FOUND, *PARAMETERS, summary="The newest articles as Atom 1.0", media_type=ATOM)
def get_atom(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """In one language: that of `lang`, else that of the section, else the site's first."""
    return _feed(request, values, "atom", ATOM)


@get(
    router,
    "/json/",
    NOT_FOUND,
    *PARAMETERS,
    summary="The newest articles as JSON Feed 1.1",
    media_type=JSON_FEED,
    media_schema={"type": "object"},
)
def get_json_feed(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """In one language: that of `lang`, else that of the section, else the site's first."""
    return _feed(request, values, "json", JSON_FEED)


def _feed(request: HttpRequest, values: dict[str, Any], form: str, media_type: str) -> HttpResponse:
    site = Site.find_for_request(request)
    section = _section(request, site, values)
    lang = values.get("lang") or (language_of(section) if section else conf.DEFAULT_LANGUAGE)
    place = section or _home(site, lang)
    address = address_of(place) if place else None
    if place is None or address is None:
        raise Problem(404, "not-found", _("There is nothing here."))
    home = _home(site, lang)
    publisher = home.title if home else site.site_name
    asked = asked_for(ARTICLE, {**values, "lang": lang, "limit": ITEMS}, place_of(request), FILTERS)
    texts = list_documents(asked, place_of(request)).texts
    channel = Channel(
        title=publisher if section is None else f"{section.title} – {publisher}",
        lang=lang,
        html_url=address.html_url,
        feed_url=request.build_absolute_uri(),
        publisher=publisher,
        changed_at=place.last_published_at or EPOCH,
    )
    content = FORMS[form](channel, [json.loads(text) for text in texts])
    response = respond(request, content, digest(content.decode()), content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Language"] = lang
    return response


def _section(request: HttpRequest, site: Any, values: dict[str, Any]) -> Any | None:
    """The section that was asked for; 404 for one that readers may not see."""
    if "section" not in values:
        return None
    ids = ids_of("section", values["section"], values.get("lang"), place_of(request))
    found = visible_pages(site).filter(pk__in=ids).select_related("locale").first()
    if found is None or getattr(found.specific_class, "page_kind", "") != "section":
        raise Problem(404, "not-found", _("There is nothing here."))
    return found


def _home(site: Any, lang: str) -> Any | None:
    """The front page of that language, if readers may see it."""
    if site is None:
        return None
    homes = visible_pages(site).filter(translation_key=site.root_page.translation_key, locale__language_code=lang)
    return homes.select_related("locale").first()
