"""What stands around every page: the name of the paper, its menu, its languages."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import format_date
from wagtail_gulf_summit.people.public import on_site_of, readable

from .feeds import feed_links


@dataclass(frozen=True)
class Link:
    """One entry of the menu; ``current`` is the value of ``aria-current``, empty elsewhere."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The way to another language: to this page where it is translated, else to the front page."""

    lang: str
    dir: str
    name: str
    url: str


@dataclass(frozen=True)
class Frame:
    front: Any
    menu: list[Link]
    languages: list[LanguageLink]
    today: str
    feeds: list[dict[str, str]]


def site_frame(request: Any, page: Any | None, language: str) -> Frame:
    """The frame around ``page``, or around a page that is none, such as "not found"."""
    fronts = front_pages(request)
    front = fronts.get(language)
    translations = public_translations(page) if page is not None and page.pk else {}
    return Frame(
        front=front,
        menu=menu(front, page, request) if front else [],
        languages=[
            LanguageLink(
                code, direction(code), language_name(other.locale), translations.get(code, other).get_url(request)
            )
            for code, other in fronts.items()
            if code != language
        ],
        today=format_date(timezone.localdate(), language),
        feeds=_feeds(front, language) if front else [],
    )


def _feeds(front: Page, language: str) -> list[dict[str, str]]:
    """The feed of all stories, in one form: readers' programs find the other in the head."""
    return [{**link, "title": "RSS"} for link in feed_links(front, language)[:1]]


def front_pages(request: Any) -> dict[str, Page]:
    """The public front page of each language of the site, by language code."""
    site = Site.find_for_request(request)
    if site is None:
        return {}
    return public_translations(site.root_page)


def public_translations(page: Page) -> dict[str, Page]:
    """``page`` and its translations on its site that anybody may read, by language code."""
    family = Page.objects.filter(on_site_of(page), translation_key=page.translation_key)
    same = readable(family).select_related("locale")
    return {other.locale.language_code: other for other in same.order_by("locale_id")}


def menu(front: Page, page: Any | None, request: Any) -> list[Link]:
    """The children of the front page that are "shown in menus"."""
    children = readable(front.get_children().in_menu().filter(on_site_of(front)))
    return [Link(child.title, child.get_url(request), _current(child, page)) for child in children]


def _current(entry: Page, page: Any | None) -> str:
    if page is None or not page.path:
        return ""
    if entry.pk == page.pk:
        return "page"
    return "true" if page.path.startswith(entry.path) else ""


def language_name(locale: Locale) -> str:
    """The language as its own readers call it, from ``WAGTAIL_CONTENT_LANGUAGES``."""
    return locale.get_display_name() or locale.language_code
