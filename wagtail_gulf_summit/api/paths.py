"""From a path on the site to a document, or to where the page has gone."""

import json
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri, punycode
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.delivery.builders.pages import address_of
from wagtail_gulf_summit.delivery.kinds import kind_of
from wagtail_gulf_summit.delivery.store.read import Found, find, find_path
from wagtail_gulf_summit.delivery.visibility import visible_pages

from .detail import respond_with
from .http import JSON, known_etag, place_of
from .problems import Problem

MAX_LENGTH = 4000


def find_or_redirect(request: HttpRequest, path: str) -> HttpResponse:
    """The document of the page at ``path``, or a redirect that Wagtail knows, with ``location`` in its body too."""
    wanted = normal_path(path)
    found = find_path(wanted, place_of(request), known_etag(request)) or _by_route(request, wanted)
    if found is not None:
        return respond_with(request, found)
    answer = _redirect(request, path)
    if answer is None:
        raise Problem(404, "not-found", _("There is nothing here."))
    return answer


def normal_path(path: str) -> str:
    """``path`` as documents have it: decoded, and with a slash at both ends.

    >>> normal_path("technology/%D9%82%D9%85%D8%A9?page=2")
    '/technology/قمة/'
    """
    if len(path) > MAX_LENGTH:
        raise Problem(404, "not-found", _("There is nothing here."))
    parts = unquote(path.partition("#")[0].partition("?")[0]).strip("/")
    if "\0" in parts:  # which no database can look up
        raise Problem(404, "not-found", _("There is nothing here."))
    return f"/{parts}/" if parts else "/"


def _by_route(request: HttpRequest, path: str) -> Found | None:
    """As Wagtail routes it: for pages whose document was never computed."""
    site = Site.find_for_request(request)
    page = _route(request, site, path) if site else None
    kind = kind_of(page.specific) if page is not None else None
    return find(kind, page.pk, place_of(request)) if kind and page else None


def _route(request: HttpRequest, site: Any, path: str) -> Any | None:
    roots = visible_pages(site).filter(translation_key=site.root_page.translation_key).select_related("locale")
    homes = [(address.path, root) for root in roots if (address := address_of(root)) and path.startswith(address.path)]
    if not homes:
        return None
    home, root = max(homes, key=lambda one: len(one[0]))
    try:
        return root.specific.route(request, [part for part in path[len(home) :].split("/") if part])[0]
    except Http404:
        return None


def _redirect(request: HttpRequest, path: str) -> HttpResponse | None:
    """Where Wagtail's redirects lead from ``path``; ``None`` for nowhere, in a circle, or to what nobody may see."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return None
    from wagtail_gulf_summit.arabic.redirects import redirect_from

    site = Site.find_for_request(request)
    found = redirect_from(site, path) if site else None
    target = found.link if found else None
    if found is None or not target:
        return None
    page = found.redirect_page
    if page is not None:
        if not visible_pages(site).filter(pk=page.pk).exists():
            return None
        target = quote(address_of(page).path)  # type: ignore[union-attr]
    target = _on_this_host(request, site, target)
    if _leads_in_a_circle(request, site, path, target):
        return None
    location = (
        _in_ascii(target) if urlsplit(target).netloc else f"{request.path}?path={quote(unquote(target), safe='/')}"
    )
    body = json.dumps({"location": unquote(target), "permanent": found.is_permanent}, ensure_ascii=False)
    # A browser keeps a permanent redirect for good unless it is told otherwise.
    headers = {"Location": location, "Cache-Control": conf.GULF_SUMMIT_API_CACHE_CONTROL}
    return HttpResponse(body, status=301 if found.is_permanent else 302, content_type=JSON, headers=headers)


def _in_ascii(address: str) -> str:
    """An address with its host, as a header can hold it.

    >>> _in_ascii("https://موقع.example:8000/قمة")
    'https://xn--4gbrim.example:8000/%D9%82%D9%85%D8%A9'
    """
    parts = urlsplit(address)
    if not parts.netloc.isascii():
        user, at, place = parts.netloc.rpartition("@")
        host, colon, port = place.partition(":")
        try:
            host = punycode(host)
        except UnicodeError:
            host = quote(host)  # which no name server knows, as it is
        parts = parts._replace(netloc=f"{user}{at}{host}{colon}{port}")
    return iri_to_uri(urlunsplit(parts))


def _on_this_host(request: HttpRequest, site: Any, target: str) -> str:
    """``target`` without the host if that is the site's own."""
    parts = urlsplit(target)
    if parts.netloc in (request.get_host(), urlsplit(site.root_url).netloc):
        return urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment))
    return target


def _leads_in_a_circle(request: HttpRequest, site: Any, path: str, target: str) -> bool:
    from wagtail_gulf_summit.arabic.redirects import redirect_from

    passed = {normal_path(path)}
    while not urlsplit(target).netloc:
        here = normal_path(target)
        if find_path(here, place_of(request)) or _by_route(request, here):
            return False
        if here in passed:
            return True
        passed.add(here)
        further = redirect_from(site, target)
        if further is None or not further.link:
            return False
        target = _on_this_host(request, site, further.link)
    return False
