"""Topics and pages as the API and the templates name them."""

from typing import Any
from urllib.parse import unquote

from typing_extensions import TypedDict

from wagtail_gulf_summit.people.public import may_be_seen
from wagtail_gulf_summit.people.quotes.index import plain_text
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import current_scope, is_for_editors


def rich_html(value: Any) -> str:
    """A ``RichText`` as display-ready HTML; empty for none and for paragraphs without text."""
    return display_html(value.source) if value and plain_text(value.source) else ""


class TopicValue(TypedDict):
    """A topic as the APIs name it."""

    id: int
    name: str
    slug: str


def topic_value(topic: Any) -> TopicValue | None:
    """``{id, name, slug}``; ``None`` for no topic."""
    return None if topic is None else {"id": topic.pk, "name": topic.name, "slug": topic.slug}


def page_value(page: Any) -> dict[str, Any] | None:
    """``{id, title, path, html_url}``; ``None`` for no page, one that readers may not see, and another site's.

    Editors are given any page, without an address where it has none.
    """
    if page is None or not (is_for_editors() or may_be_seen(page)):
        return None
    parts, around = page.get_url_parts(), _parts_around()
    if not is_for_editors() and (parts is None or (around is not None and around[0] != parts[0])):
        return None
    _site_id, root_url, path = parts or (None, "", "")
    return {"id": page.pk, "title": page.title, "path": unquote(path or ""), "html_url": f"{root_url}{path or ''}"}


def _parts_around() -> Any:
    """The site and address of the page that is being shown; ``None`` outside any, and for one that has none yet."""
    page: Any = getattr(current_scope(), "page", None)
    return page.get_url_parts() if getattr(page, "url_path", None) else None
