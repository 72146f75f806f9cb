"""The sitemap of a site: every public page in every language, each naming its translations.

In a site's URLs, before Wagtail's::

    path("sitemap.xml", sitemap),
"""

from collections import defaultdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Site

from wagtail_gulf_summit.arabic.locales import primary_subtag
from wagtail_gulf_summit.conf import conf

from .builders.pages import address_of, language_of
from .visibility import visible_pages

#: Pages in one file. The protocol takes 50,000 addresses and 50 MB.
LIMIT = 5000


def sitemap(request: HttpRequest) -> HttpResponse:
    """The sitemap; for a site of more than ``LIMIT`` pages an index of files, which are had with ``?p=2``."""
    keys = list(sitemap_pages(Site.find_for_request(request)).order_by("pk").values_list("pk", flat=True))
    asked = request.GET.get("p")
    if asked is None and len(keys) > LIMIT:
        address = request.build_absolute_uri(request.path)
        files = [f"{address}?p={number}" for number in range(1, -(-len(keys) // LIMIT) + 1)]
        return _xml(request, "gulf_summit_delivery/sitemap_index.xml", {"files": files})
    start = (_number(asked) - 1) * LIMIT
    chunk = keys[start : start + LIMIT]
    if not chunk and start:
        raise Http404(f"The sitemap has no part {asked}.")
    return _xml(request, "gulf_summit_delivery/sitemap.xml", {"entries": sitemap_entries(request, chunk)})


def sitemap_pages(site: Any) -> Any:
    """The pages to list: what readers may see, but for pages that only repeat another language's."""
    repeated = [
        pk
        for pk, code, source in visible_pages(site)
        .filter(alias_of__isnull=False)
        .values_list("pk", "locale__language_code", "alias_of__locale__language_code")
        if primary_subtag(code) != primary_subtag(source)
    ]
    return visible_pages(site).exclude(pk__in=repeated)


def sitemap_entries(request: HttpRequest, keys: list[int]) -> list[dict[str, Any]]:
    """What ``get_sitemap_urls`` of each page gives, its translations beside its own address as ``alternates``."""
    listed = sitemap_pages(Site.find_for_request(request))
    stories = listed.filter(pk__in=keys).values("translation_key")
    pages = list(listed.filter(translation_key__in=stories).order_by("pk").defer_streamfields().specific())
    locales = Locale.objects.in_bulk()
    for page in pages:
        page.locale = locales[page.locale_id]
    groups = _alternates(pages)
    wanted = set(keys)
    return [entry for page in pages if page.pk in wanted for entry in _entries(request, page, groups)]


def _entries(request: HttpRequest, page: Any, groups: dict[Any, list[dict[str, str]]]) -> list[dict[str, Any]]:
    address = address_of(page)
    if address is None or _is_copy(page):
        return []
    own = page.get_full_url(request)
    entries = []
    for entry in page.get_sitemap_urls(request):
        is_own = entry["location"] == own
        location = address.html_url if is_own else entry["location"]
        entries.append({**entry, "location": location, "alternates": groups[page.translation_key] if is_own else []})
    return entries


def _alternates(pages: list[Any]) -> dict[Any, list[dict[str, str]]]:
    """For each translation key, the languages to name: none for a page that is in one language only."""
    groups: dict[Any, list[dict[str, str]]] = defaultdict(list)
    for page in sorted(pages, key=lambda one: (language_of(one) != conf.DEFAULT_LANGUAGE, language_of(one))):
        address = address_of(page)
        if address is None or _is_copy(page):
            continue
        language = language_of(page)
        groups[page.translation_key].append({"lang": language, "href": address.html_url})
        if language == conf.DEFAULT_LANGUAGE:
            groups[page.translation_key].append({"lang": "x-default", "href": address.html_url})
    for key, links in groups.items():
        if len({link["href"] for link in links}) < 2:
            groups[key] = []
    return groups


def _is_copy(page: Any) -> bool:
    """First published elsewhere, under the address that search engines are told is the original."""
    return bool(getattr(page, "canonical_url", ""))


def _number(asked: str | None) -> int:
    try:
        number = int(asked or 1)
    except ValueError:
        number = 0
    if not 1 <= number <= 50_000:
        raise Http404("The sitemap has no such part.")
    return number


def _xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, template, context, content_type="application/xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
