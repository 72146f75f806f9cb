"""Topics and pages as the API and the templates name them."""

from typing import Any

from wagtail_gulf_summit.people.public import may_be_seen
from wagtail_gulf_summit.people.quotes.index import plain_text
from wagtail_gulf_summit.richtext import display_html


def rich_html(value: Any) -> str:
    """A ``RichText`` as display-ready HTML; empty for none and for paragraphs without text."""
    return display_html(value.source) if value and plain_text(value.source) else ""


def topic_value(topic: Any) -> dict[str, Any] | None:
    """``{id, name, slug}``; ``None`` for no topic."""
    return None if topic is None else {"id": topic.pk, "name": topic.name, "slug": topic.slug}


def page_value(page: Any) -> dict[str, Any] | None:
    """``{id, title, path, html_url}``; ``None`` for no page and for one that readers may not see."""
    if page is None or not may_be_seen(page):
        return None
    return {"id": page.pk, "title": page.title, "path": page.get_url(), "html_url": page.get_full_url()}
