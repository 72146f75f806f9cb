"""The site as a whole: what a frontend fetches once."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Router
from wagtail.models import Site

from wagtail_gulf_summit.delivery.builders.site import site_bundle
from wagtail_gulf_summit.delivery.documents import SiteBundle
from wagtail_gulf_summit.delivery.store.write import digest

from .http import respond
from .operations import NOT_FOUND, get
from .problems import Problem
from .registry import mounted_path

router = Router(tags=["site"])

FEEDS = ("rss", "atom", "json_feed")


@get(router, "/", {200: SiteBundle, **NOT_FOUND}, summary="Languages, menus, sections and feeds of the site")
def get_site(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    site = Site.find_for_request(request)
    if site is None:
        raise Problem(404, "not-found", _("There is nothing here."))
    bundle = site_bundle(site)
    for locale in bundle["locales"]:
        locale["feeds"] = _feeds(request, locale["lang"])
        for section in locale["sections"]:
            section["feeds"] = _feeds(request, locale["lang"], section["id"])
    content = SiteBundle.model_validate(bundle).model_dump_json()
    return respond(request, content, digest(content))


def _feeds(request: HttpRequest, lang: str, section_id: int | None = None) -> dict[str, str | None]:
    """The addresses of feeds and of the calendar; ``None`` for what the site does not mount."""
    within = {"section": section_id} if section_id else {}
    feeds = {name: _address(request, f"get_{name}", [], {"lang": lang, **within}) for name in FEEDS}
    view, arguments = ("section_ics", [section_id]) if section_id else ("summits_ics", [])
    return {**feeds, "ics": _address(request, view, arguments, {"lang": lang})}


def _address(request: HttpRequest, view: str, arguments: list[Any], query: dict[str, Any]) -> str | None:
    path = mounted_path(view, arguments)
    return None if path is None else request.build_absolute_uri(f"{path}?{urlencode(query)}")
