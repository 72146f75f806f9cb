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
from wagtail_gulf_summit.delivery.store.read import Found, find
from wagtail_gulf_summit.delivery.store.write import digest
from wagtail_gulf_summit.delivery.visibility import visible_pages
from wagtail_gulf_summit.events.calendar import feed_ics, session_ics, summit_ics
from wagtail_gulf_summit.events.loading import slots_of
from wagtail_gulf_summit.events.models import Session

from .detail import found_or_404, key_of
from .http import is_known, known_etag, place_of, respond
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
    return _respond(request, content, etag, found)


def of_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """One session, as far as its summit may be seen; 404 while it has no day."""
    session = Session.objects.filter(pk=session_id).first()
    found = found_or_404(find(SUMMIT, session.page_id, place_of(request)) if session else None)
    etag = f"{found.etag}-session-{session_id}-ics"
    content: bytes | None = b""
    # A tag is given to a file that there is; a time, or any tag, may be that of none.
    if known_etag(request) != etag:
        page = load_instance(SUMMIT, found.object_id)
        content = session_ics(page, next(slot for slot in slots_of(page) if slot.session.pk == session_id))
    if content is None:
        raise Problem(404, "not-found", _("The time of this session is not fixed yet."))
    return _respond(request, content, etag, found)


def _respond(request: HttpRequest, content: bytes, etag: str, found: Found) -> HttpResponse:
    return respond(
        request,
        content,
        etag,
        modified=found.modified,
        content_type=ICS_UTF8,
        surrogate_key=key_of(found),
    )


def feed(request: HttpRequest, values: Mapping[str, Any], within: Mapping[str, int]) -> HttpResponse:
    """The summits of a site, or of one of its sections or series; by default in the site's first language."""
    site = Site.find_for_request(request)
    name, lang = (site.site_name if site else ""), values.get("lang")
    for kind, page_id in within.items():
        page = visible_pages(site).filter(pk=page_id).select_related("locale").first()
        if page is None or not _is(page, kind):
            raise Problem(404, "not-found", _("There is nothing here."))
        name, lang = page.title, lang or page.locale.language_code
    lang = lang or conf.DEFAULT_LANGUAGE
    keys = [(key, [page_id]) for key, page_id in within.items()]
    listed = list_documents(Asked(SUMMIT, MOST, lang=lang, keys=keys, texts=False), place_of(request))
    name = name or conf.WAGTAIL_SITE_NAME
    etag = digest("\n".join([name, lang, *listed.etags]))
    content = b"" if is_known(request, etag) else _summits(listed.ids, name, lang)
    return respond(request, content, etag, content_type=ICS_UTF8)


def _summits(ids: list[int], name: str, lang: str) -> bytes:
    by_id = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return feed_ics([by_id[pk] for pk in ids if pk in by_id], name, lang)


def _is(page: Any, kind: str) -> bool:
    """Whether a page is a ``"section"`` or a ``"series"``."""
    if kind == "series":
        return bool(getattr(page.specific_class, "is_summit_series", False))
    return getattr(page.specific_class, "page_kind", "") == kind
