"""What a frontend needs before it has a page: languages, menus, sections."""

from typing import Any

from django.conf.locale import LANG_INFO
from django.db.models import Q
from django.utils import translation

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.articles.kinds import page_types
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.people.page_links import links_of_many
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope

from ..visibility import visible_pages
from .pages import Page, address_of, language_of, page_ref


def site_bundle(site: Any) -> dict[str, Any]:
    """The values of a ``SiteBundle``, but for feeds, whose addresses the API knows.

    A number of queries that grows with the types of sections alone.
    """
    roots = visible_pages(site).filter(translation_key=site.root_page.translation_key).select_related("locale")
    homes = sorted(roots, key=lambda home: (language_of(home) != conf.DEFAULT_LANGUAGE, language_of(home)))
    sections = _sections(site)
    links = links_of_many(page.intro for page in sections)
    menus = list(_menu_pages(site, homes))
    return {
        "name": site.site_name or conf.WAGTAIL_SITE_NAME or site.hostname,
        "html_url": site.root_url,
        "default_lang": language_of(homes[0]) if homes else conf.DEFAULT_LANGUAGE,
        "locales": [
            {
                "lang": language_of(home),
                "dir": direction(language_of(home)),
                "name": LANG_INFO.get(language_of(home), {}).get("name_local", home.locale.get_display_name()),
                "is_default": home is homes[0],
                "html_url": _url(home),
                "home": page_ref(home),
                "menu": [_menu_item(page) for page in menus if page.is_child_of(home)],
                "sections": [_section(page, links) for page in sections if page.is_descendant_of(home)],
            }
            for home in homes
        ],
    }


def _menu_pages(site: Any, homes: list[Any]) -> list[Any]:
    """Children of the front pages that editors ticked to be shown in menus."""
    names = {field.name for field in Page._meta.get_fields()}
    below = Q(pk__in=[])
    for home in homes:
        below |= Q(path__startswith=home.path, depth=home.depth + 1)
    if "show_in_menus" not in names or not homes:
        return []
    pages = visible_pages(site).filter(below, show_in_menus=True).select_related("locale").order_by("path")
    return list(pages)


def _sections(site: Any) -> list[Any]:
    found: list[Any] = []
    for model in page_types("section"):
        visible = visible_pages(site).values("pk")
        found += model.objects.filter(pk__in=visible).select_related("locale")
    return sorted(found, key=lambda page: page.path)


def _menu_item(page: Any) -> dict[str, Any]:
    return {**(page_ref(page) or {}), "type": getattr(page.specific_class, "page_kind", "page")}


def _section(page: Any, links: dict[str, Any]) -> dict[str, Any]:
    with translation.override(language_of(page)):
        ref = page_ref(page) or {}
        with page_scope(page) as scope:
            scope.cache.update(links)
            return {**ref, "intro": display_html(page.intro)}


def _url(page: Any) -> str:
    address = address_of(page)
    return address.html_url if address else ""
