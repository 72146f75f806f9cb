"""What search engines and previews of links are told."""

from typing import Any

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.events.structured_data import summit_jsonld
from wagtail_gulf_summit.people.values import shown_on_page

from ..jsonld.articles import article_jsonld
from ..jsonld.pages import breadcrumbs
from ..jsonld.people import author, organisation
from .pages import ancestors, page_ref, site_of
from .text import plain


def seo(page: Any, document: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    """A ``Seo``: ``objects`` and the trail of pages that lead to ``page``."""
    return {
        "title": getattr(page, "seo_title", "") or page.title,
        "description": description_of(page, document),
        "jsonld": [*objects, breadcrumbs(document, _trail(page))],
    }


def description_of(page: Any, document: dict[str, Any]) -> str:
    """The editor's description, else the words that open the page."""
    opening = document.get("standfirst") or document.get("theme") or document.get("intro") or ""
    return getattr(page, "search_description", "") or plain(opening)


def article_objects(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema.org objects of an article, but for the trail."""
    people = [shown_on_page(child.value["person"]) for child in page.bylines]
    same_as = [list(person.same_as) for person in people if person is not None]
    authors = [author(byline, links) for byline, links in zip(document["bylines"], same_as, strict=True)]
    return [article_jsonld(document, description_of(page, document), authors, publisher_of(page))]


def summit_objects(page: Any, document: dict[str, Any], slots: list[Any]) -> list[dict[str, Any]]:
    """The schema.org objects of a summit, but for the trail."""
    hero = document["hero"]
    return [summit_jsonld(page, document["html_url"], slots, hero["image"]["src"] if hero else "")]


def publisher_of(page: Any) -> dict[str, Any]:
    """Who publishes the site of ``page``, as an ``Organization``."""
    site = site_of(page)
    name = conf.GULF_SUMMIT_PUBLISHER_NAME or site.site_name or conf.WAGTAIL_SITE_NAME or site.hostname
    return organisation(name, site.root_url, conf.GULF_SUMMIT_PUBLISHER_LOGO)


def _trail(page: Any) -> list[dict[str, Any]]:
    """The pages from the front page of this language down to the one above ``page``."""
    refs = [page_ref(one) for one in reversed(ancestors(page))]
    return [ref for ref in refs if ref is not None]
