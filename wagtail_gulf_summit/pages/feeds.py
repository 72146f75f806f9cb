"""The feeds that a page offers to readers' programs."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

#: The kinds of page that have a feed of their own: the parameter, and the field that gives its value.
NARROWED = {"section": ("section", "pk"), "topic_page": ("topic", "topic_id"), "person_page": ("person", "person_id")}
FORMS = {"rss": "RSS", "atom": "Atom"}


def feed_links(page: Any, language: str) -> list[dict[str, str]]:
    """``{type, title, url}`` of each form of the page's feed; none on a site without the newsroom API."""
    name, field = NARROWED.get(getattr(page, "page_kind", ""), ("", ""))
    query = urlencode({"lang": language, **({name: getattr(page, field)} if name else {})})
    try:
        return [
            {
                "type": f"application/{form}+xml",
                "title": f"{page.title} ({label})",
                "url": f"{reverse(f'gulf-summit-newsroom:get_{form}')}?{query}",
            }
            for form, label in FORMS.items()
        ]
    except NoReverseMatch:
        return []
