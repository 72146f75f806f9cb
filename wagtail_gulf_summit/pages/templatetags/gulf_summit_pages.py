"""Tags of the ready-made pages: ``{% load gulf_summit_pages %}``.

What belongs to a room that a site may leave out is guarded here, so that the
templates work without it.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.apps import apps
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import format_date, format_date_range
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.pages import frame, listings
from wagtail_gulf_summit.pages.text import plain_text, run_in

register = template.Library()


@register.simple_tag(takes_context=True)
def content_language(context: dict[str, Any]) -> str:
    """The language of the page being shown; the active one where there is no page."""
    page = context.get("page")
    return page.locale.language_code if page is not None and hasattr(page, "locale") else get_language()


@register.filter
def text_direction(language_code: str) -> str:
    """``rtl`` or ``ltr``, for a ``dir`` attribute."""
    return direction(language_code)


@register.simple_tag(takes_context=True)
def site_frame(context: dict[str, Any]) -> frame.Frame:
    """The name of the paper, its menu and its languages, for masthead and footer."""
    return frame.site_frame(context.get("request"), context.get("page"), content_language(context))


@register.simple_tag
def story_section(page: Any) -> Any:
    """The section that an article lies in; ``None`` for one that lies directly below the front page."""
    parent = page.get_parent() if page.path else None
    return parent if parent is not None and not parent.is_root() and parent.depth > 2 else None


@register.simple_tag(takes_context=True)
def story_body(context: dict[str, Any], page: Any) -> SafeString:
    """The blocks of an article, with the dateline at the start."""
    blocks = list(page.body)
    shown = [block.render(context=context.flatten()) for block in blocks]
    if page.dateline:
        opens_with_text = bool(blocks) and blocks[0].block_type == "paragraph"
        shown[:1] = [run_in(shown[0], page.dateline)] if opens_with_text else [run_in("", page.dateline), *shown[:1]]
    return format_html_join("\n", "{}", ((html,) for html in shown))


@register.simple_tag
def picture(image: Any, alt: str = "", sizes: str = "100vw", lazy: bool = True) -> SafeString | str:
    """A ``<picture>`` in all sizes and formats; nothing for no image."""
    value = image_value(image, alt)
    if value is None:
        return ""
    context = {"image": value, "sizes": sizes, "lazy": lazy}
    return render_to_string("gulf_summit_pages/includes/picture.html", context)


@register.simple_tag(takes_context=True)
def page_citations(context: dict[str, Any], page: Any) -> SafeString | str:
    """The numbered sources of the page."""
    return _optional("wagtail_gulf_summit.citations", "gulf_summit_pages/includes/citations.html", context)


@register.simple_tag(takes_context=True)
def page_comments(context: dict[str, Any], page: Any) -> SafeString | str:
    """The reader comments of the page and the form for one more."""
    return _optional("wagtail_gulf_summit.comments", "gulf_summit_pages/includes/comments.html", context)


@register.simple_tag(takes_context=True)
def page_head(context: dict[str, Any], page: Any) -> SafeString | str:
    """Canonical address, alternates, description, Open Graph and JSON-LD."""
    return _optional("wagtail_gulf_summit.delivery", "gulf_summit_pages/includes/head.html", context)


def _optional(app: str, template_name: str, context: dict[str, Any]) -> SafeString | str:
    if not apps.is_installed(app):
        return ""
    return mark_safe(render_to_string(template_name, context.flatten(), context.get("request")))  # noqa: S308


@register.filter
def newspaper_date(day: date | datetime, language_code: str) -> str:
    """A day as a newspaper prints it; a time is taken to the site's time zone."""
    return format_date(timezone.localtime(day) if isinstance(day, datetime) else day, language_code)


@register.filter
def summit_dates(summit: Any, language_code: str) -> str:
    """The days of a summit: ``17 و18 سبتمبر 2014``."""
    return format_date_range(summit.start_date, summit.end_date, language_code)


@register.filter
def summary(story: Any) -> str:
    """The standfirst of a story, else its first paragraph, as plain text without citation numbers."""
    first = next((child.value for child in story.body if child.block_type == "paragraph"), None)
    return plain_text(story.standfirst or getattr(first, "source", ""))


@register.simple_tag
def covered_summits(page: Any) -> list[Any]:
    """The summits that an article covers."""
    return listings.chosen_pages(page.summits)


@register.simple_tag
def related_stories(page: Any) -> list[Any]:
    """Stories to read next."""
    return listings.related_stories(page)


@register.simple_tag
def summits_below(page: Any, limit: int = 3) -> list[Any]:
    """The summits to show on a front page."""
    return listings.summits_below(page, limit)


@register.simple_tag
def latest_stories(page: Any, limit: int = 12) -> list[Any]:
    """The newest articles below a front page or a section, each with its ``section``."""
    return listings.with_sections(listings.stories_below(page)[:limit])


@register.simple_tag(takes_context=True)
def section_stories(context: dict[str, Any], page: Any) -> Any:
    """One page of the stories of a section, by the ``page`` parameter of the address."""
    return listings.one_page(listings.stories_below(page), _page_number(context))


@register.simple_tag(takes_context=True)
def stories_naming(context: dict[str, Any], thing: Any, field: str) -> Any:
    """One page of the stories that name a topic (``field`` is ``topics``) or a person (``bylines``)."""
    return listings.one_page(listings.stories_naming(thing, context["page"].locale, field), _page_number(context))


@register.simple_tag(takes_context=True)
def quotes_of(context: dict[str, Any], person: Any) -> list[Any]:
    """What a person said, newest first."""
    return listings.quotes_of(person, context["page"].locale)


def _page_number(context: dict[str, Any]) -> str | None:
    request = context.get("request")
    return request.GET.get("page") if request else None
