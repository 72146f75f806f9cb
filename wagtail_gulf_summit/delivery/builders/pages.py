"""What the documents of all pages share: address, languages, section, times."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import swapper
from django.utils import timezone

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import format_datetime
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.people.public import may_be_seen
from wagtail_gulf_summit.scope import PageScope, current_scope
from wagtail_gulf_summit.sites import url_parts_of
from wagtail_gulf_summit.statements.pages import relatives

from ..roots import all_sites

Page = swapper.load_model("wagtailcore", "Page")


@dataclass(frozen=True)
class Address:
    """Where a page is: ``path`` as a person reads it, ``html_url`` with scheme and host, percent-encoded."""

    site_id: int
    path: str
    html_url: str


def address_of(page: Any) -> Address | None:
    """The address of ``page``; ``None`` for a page outside every site."""
    return _once(page, "address", lambda: _read_address(page))


def _read_address(page: Any) -> Address | None:
    parts = url_parts_of(page)
    if parts is None:
        return None
    site_id, root_url, path = parts
    return Address(site_id, unquote(path), root_url + path)


def language_of(page: Any) -> str:
    """The language code of the page's content."""
    return str(page.locale.language_code)


def changes_noted(scope: PageScope) -> datetime | None:
    """The first moment at which what was built in ``scope`` will be out of date."""
    return min(scope.cache.get("changes_at", []), default=None)


def page_facts(page: Any, kind: str) -> dict[str, Any]:
    """The fields of ``PageDocument`` and ``type``. Raises ``LookupError`` for a page outside every site."""
    address = address_of(page)
    if address is None:
        raise LookupError(f"Page {page.pk} is in no site.")
    language = language_of(page)
    return {
        "id": page.pk,
        "type": kind,
        "lang": language,
        "dir": direction(language),
        "title": page.title,
        "slug": page.slug,
        "path": address.path,
        "html_url": address.html_url,
    }


def page_ref(page: Any) -> dict[str, Any] | None:
    """A ``PageRef``; ``None`` for no page, or one that readers may not see."""
    if page is None or not may_be_seen(page):
        return None
    address = address_of(page)
    if address is None:
        return None
    return {
        "id": page.pk,
        "title": page.title,
        "slug": page.slug,
        "path": address.path,
        "html_url": address.html_url,
    }


def alternates(page: Any) -> list[dict[str, Any]]:
    """A list of ``Alternate``: every language in which readers may see the page on its site, its own included."""
    own = address_of(page)
    found = []
    for translation in translations(page):
        address = address_of(translation)
        if address is None or own is None or address.site_id != own.site_id:
            continue
        language = language_of(translation)
        found.append(
            {
                "lang": language,
                "dir": direction(language),
                "html_url": address.html_url,
                "is_default": language == conf.DEFAULT_LANGUAGE,
            }
        )
    return found


def translations(page: Any) -> list[Any]:
    """The page and its translations, as far as readers may see them; the default language first."""
    published = [page, *(one for one in other_languages(page) if one.live)]
    found = [one for one in published if may_be_seen(one)]
    return sorted(found, key=lambda one: (language_of(one) != conf.DEFAULT_LANGUAGE, language_of(one)))


def other_languages(page: Any) -> list[Any]:
    """The translations of the page, published or not."""
    return [one for one in _relatives(page) if one.translation_key == page.translation_key]


def ancestors(page: Any) -> list[Any]:
    """The pages above, the nearest first."""
    above = [one for one in _relatives(page) if page.path.startswith(one.path)]
    return sorted(above, key=lambda one: -one.depth)


def _relatives(page: Any) -> list[Any]:
    """The translations of the page and the pages above it, by their keys; one of them tells the page its language."""

    def read() -> list[Any]:
        found = relatives(page)
        if same := next((one for one in found if one.locale_id == page.locale_id), None):
            page.locale = same.locale
        return found

    return list(_once(page, "relatives", read))


def site_of(page: Any) -> Any:
    """The site that ``page`` is in, of ``roots.all_sites``; ``None`` for a page outside every site."""

    def read() -> Any:
        address = address_of(page)
        return all_sites()[address.site_id] if address else None

    return _once(page, "site", read)


def _once(page: Any, name: str, read: Callable[[], Any]) -> Any:
    """What ``read`` gives, kept while ``page`` is being shown."""
    scope = current_scope()
    if scope is None or scope.page is not page:
        return read()
    if name not in scope.cache:
        scope.cache[name] = read()
    return scope.cache[name]


def sections_above(page: Any) -> list[Any]:
    """The sections that ``page`` is in, the nearest first, whether or not readers may see them."""
    return [one for one in ancestors(page) if getattr(one.specific_class, "page_kind", "") == "section"]


def section_ref(page: Any) -> dict[str, Any] | None:
    """The nearest section above ``page`` as a ``PageRef``."""
    above = sections_above(page)
    return page_ref(above[0]) if above else None


def moment(value: datetime | None) -> datetime | None:
    """``value`` by the newsroom's clock, so that it is written with that offset."""
    return timezone.localtime(value) if value else None


def moment_display(value: datetime | None, language: str) -> str:
    """``value`` in words; empty for none."""
    return format_datetime(timezone.localtime(value), language) if value else ""


def publication_times(page: Any) -> dict[str, Any]:
    """First and last publication, for machines and for readers."""
    language = language_of(page)
    times: dict[str, Any] = {}
    for name in ("first_published_at", "last_published_at"):
        value = getattr(page, name)
        times[name] = moment(value)
        times[f"{name}_display"] = moment_display(value, language)
    return times
