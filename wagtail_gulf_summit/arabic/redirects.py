"""Redirects from addresses of any length.

A nested Arabic path can be longer than the 255 characters of Wagtail's
``Redirect.old_path``. PostgreSQL and MySQL refuse such a row, so renaming or
moving the page would be a server error. A long path is kept as its beginning
and its digest, and looked up by them.
"""

from hashlib import sha256
from typing import Any
from urllib.parse import urlparse

from django.db.models import F
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

MAX_LENGTH = 255
SEPARATOR = "~"


def stored_path(path: str) -> str:
    """``path`` as ``Redirect.old_path`` holds it: unchanged up to 255 characters."""
    if len(path) <= MAX_LENGTH:
        return path
    digest = sha256(path.encode()).hexdigest()
    return f"{path[: MAX_LENGTH - len(digest) - len(SEPARATOR)]}{SEPARATOR}{digest}"


class RedirectCreator(signal_handlers.BatchRedirectCreator):
    """Wagtail's creator of redirects for renamed and moved pages, for paths of any length."""

    def initialize_instance(self, kwargs: dict[str, Any]) -> Redirect:
        return super().initialize_instance({**kwargs, "old_path": stored_path(kwargs["old_path"])})


class RedirectMiddleware(WagtailRedirectMiddleware):
    """Wagtail's middleware, which also follows redirects from paths over 255 characters; to be listed in its place."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        if response.status_code != 404:
            return response
        return long_redirect(request) or response


def long_redirect(request: HttpRequest) -> HttpResponseBase | None:
    """The redirect from the long path that is asked for; Wagtail's middleware has found none."""
    redirect = redirect_from(Site.find_for_request(request), request.get_full_path())
    if redirect is None or redirect.link is None:
        return None
    answer = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
    return answer(redirect.link)


def redirect_from(site: Site | None, address: str) -> Redirect | None:
    """The redirect from a path of any length, with or without its query; that of the site before that of all sites."""
    for asked in dict.fromkeys((address, urlparse(address).path)):
        paths = {stored_path(Redirect.normalise_path(asked, decode_unicode=decode)) for decode in (True, False)}
        if any("\0" in path for path in paths):
            continue
        found = Redirect.get_for_site(site).filter(old_path__in=paths)
        if redirect := found.order_by(F("site_id").desc(nulls_last=True)).first():
            return redirect
    return None


def install() -> None:
    """Have Wagtail create its redirects with ``RedirectCreator``; its signal handlers offer no other way in."""
    signal_handlers.BatchRedirectCreator = RedirectCreator
