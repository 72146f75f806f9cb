"""Summits as iCalendar, to download or to subscribe to."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.delivery.builders.pages import Page
from wagtail_gulf_summit.delivery.kinds import SUMMIT, load_instance
from wagtail_gulf_summit.delivery.store.lists import Asked, list_documents
from wagtail_gulf_summit.delivery.store.read import find
from wagtail_gulf_summit.delivery.store.write import digest
from wagtail_gulf_summit.delivery.visibility import visible_pages
from wagtail_gulf_summit.events.calendar import feed_ics, summit_ics

from .detail import found_or_404
from .http import is_known, place_of, respond
from .problems import Problem

ICS = "text/calendar"
ICS_UTF8 = "text/calendar; charset=utf-8"

#: The summits of a calendar: those of some years, for a site that holds one a week.
MOST = 500


def of_summit(request: HttpRequest, page_id: int) -> HttpResponse:
    """One summit with its sessions."""
    found = found_or_404(find(SUMMIT, page_id, place_of(request)))
    etag = f"{found.etag}-ics"
    # The calendar holds nothing that the document does not.
    known = is_known(request, etag, found.modified)
    content = b"" if known else summit_ics(load_instance(SUMMIT, page_id))
    return respond(request, content, etag, modified=found.modified, content_type=ICS_UTF8)


def feed(request: HttpRequest, values: Mapping[str, Any], within: Mapping[str, int]) -> HttpResponse:
    """The summits of a site, or of one of its sections or series; by default in the site's first language."""
    site = Site.find_for_request(request)
    name, lang = (site.site_name if site else ""), values.get("lang")
    for page_id in within.values():
        page = visible_pages(site).filter(pk=page_id).select_related("locale").first()
        if page is None:
            raise Problem(404, "not-found", _("There is nothing here."))
        name, lang = page.title, lang or page.locale.language_code
    lang = lang or conf.DEFAULT_LANGUAGE
    keys = [(key, [page_id]) for key, page_id in within.items()]
    listed = list_documents(Asked(SUMMIT, MOST, lang=lang, keys=keys, texts=False), place_of(request))
    pages = Page.objects.filter(pk__in=listed.ids).select_related("locale").specific()
    by_id = {page.pk: page for page in pages}
    content = feed_ics([by_id[pk] for pk in listed.ids if pk in by_id], name or conf.WAGTAIL_SITE_NAME, lang)
    return respond(request, content, digest(content.decode()), content_type=ICS_UTF8)
