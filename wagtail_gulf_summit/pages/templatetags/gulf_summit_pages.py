"""Tags of the ready-made pages: ``{% load gulf_summit_pages %}``.

What belongs to a room that a site may leave out is guarded here, so that the
templates work without it.
"""

from typing import Any

from django import template
from django.apps import apps
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from wagtail_gulf_summit.articles import stories
from wagtail_gulf_summit.articles.about import ABOUT, pages_about
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.pages import frame, listings
from wagtail_gulf_summit.pages.text import run_in
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.public import may_be_seen
from wagtail_gulf_summit.people.quotes.index import plain_text, without_citations
from wagtail_gulf_summit.people.roles import is_valid_on
from wagtail_gulf_summit.people.values import shown_on_page

register = template.Library()


# The page around the content


@register.simple_tag(takes_context=True)
def content_language(context: dict[str, Any]) -> str:
    """The language of the page being shown; the active one where there is no page."""
    page = context.get("page")
    return page.locale.language_code if page is not None and hasattr(page, "locale") else get_language()


@register.simple_tag(takes_context=True)
def site_frame(context: dict[str, Any]) -> frame.Frame:
    """The name of the paper, its menu and its languages, for masthead and footer."""
    return frame.site_frame(context.get("request"), context.get("page"), content_language(context))


@register.simple_tag
def page_head(page: Any) -> SafeString | str:
    """Canonical address, alternates, description, Open Graph and JSON-LD of a page that is saved and in a site."""
    if not apps.is_installed("wagtail_gulf_summit.delivery") or not page.pk or page.get_url_parts() is None:
        return ""
    from wagtail_gulf_summit.pages.head import page_head as head_of

    return render_to_string("gulf_summit_pages/includes/head.html", {"head": head_of(page)})


@register.simple_tag(takes_context=True)
def page_comments(context: dict[str, Any], page: Any) -> SafeString | str:
    """The reader comments of the page and the form for one more."""
    if not apps.is_installed("wagtail_gulf_summit.comments"):
        return ""
    html = render_to_string("gulf_summit_pages/includes/comments.html", context.flatten(), context.get("request"))
    return mark_safe(html)  # noqa: S308 - a rendered template


@register.simple_tag
def picture(image: Any, alt: str = "", sizes: str = "100vw", lazy: bool = True) -> SafeString | str:
    """A ``<picture>`` in all sizes and formats; nothing for no image."""
    value = image_value(image, alt)
    if value is None:
        return ""
    context = {"picture": value, "sizes": sizes, "eager": not lazy}
    return render_to_string("gulf_summit_articles/includes/picture.html", context)


# An article


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
def story_section(page: Any) -> Any:
    """The section that an article lies in; ``None`` for one that is hidden, and directly below the front page."""
    parent = page.get_parent() if page.path else None
    return parent if parent is not None and parent.depth > 2 and may_be_seen(parent) else None


@register.simple_tag
def story_bylines(page: Any) -> list[dict[str, Any]]:
    """Who wrote the article, in its language: ``[{person, role, page}]``, ``page`` being the person's own, if any."""
    people = [(shown_on_page(child.value["person"]), child.value["role"]) for child in page.bylines]
    pages = pages_about("person_page", [person for person, _role in people], page)
    return [
        {"person": person, "role": role, "page": pages.get(person.translation_key)}
        for person, role in people
        if person is not None
    ]


@register.simple_tag
def story_topics(page: Any) -> list[dict[str, Any]]:
    """The topics of the article, in its language: ``[{topic, page}]``, ``page`` being the topic's own, if any."""
    topics = [shown_on_page(child.value) for child in page.topics]
    pages = pages_about("topic_page", topics, page)
    return [{"topic": topic, "page": pages.get(topic.translation_key)} for topic in topics if topic is not None]


@register.simple_tag
def covered_summits(page: Any) -> list[Any]:
    """The summits that an article covers."""
    return stories.chosen_pages(page.summits)


@register.simple_tag
def related_stories(page: Any) -> list[Any]:
    """Stories to read next."""
    return stories.related_stories(page)


@register.filter
def summary(story: Any) -> str:
    """The standfirst of a story, else its first paragraph, as plain text without citation numbers."""
    if story.standfirst:
        return plain_text(without_citations(story.standfirst))
    # As stored: the blocks themselves would each ask for their people and pictures.
    texts = (raw["value"] for raw in story.body.raw_data if raw["type"] == "paragraph")
    return plain_text(without_citations(next(texts, "")))


# Lists


@register.simple_tag
def latest_stories(page: Any, limit: int = 12) -> list[Any]:
    """The newest articles below a front page, each with its ``section``."""
    return stories.ready_to_show(stories.stories_below(page)[:limit])


@register.simple_tag
def summits_below(page: Any, limit: int = 3) -> list[Any]:
    """The summits to show on a front page."""
    return listings.summits_below(page, limit)


@register.simple_tag(takes_context=True)
def section_stories(context: dict[str, Any], page: Any) -> Any:
    """One page of the stories of a section, by the ``page`` parameter of the address."""
    return stories.section_stories(page, _asked_for(context, "page"))


@register.simple_tag
def page_subject(page: Any) -> Any:
    """The person or topic that ``page`` is about, in its language; ``None`` for one that is not published."""
    return shown(getattr(page, ABOUT[page.page_kind]), page.locale_id)


@register.simple_tag
def person_roles(person: Any) -> list[Any]:
    """What a person is today, each with its organisation in the person's language; an unpublished one is left out."""
    if person is None:
        return []
    held = [one for one in person.affiliations.all() if is_valid_on(one, timezone.localdate())]
    for one in held:
        one.organisation = shown(one.organisation, person.locale_id)
    return held


@register.simple_tag(takes_context=True)
def stories_naming(context: dict[str, Any], snippet: Any, field: str, per_page: int = 20) -> Any:
    """One page of the stories that name a topic (``field`` is ``topics``) or a person (``bylines``)."""
    found = stories.stories_naming([snippet], context["page"], field)
    return stories.one_page(found, _asked_for(context, "page"), per_page)


@register.simple_tag(takes_context=True)
def person_quotes(context: dict[str, Any], person: Any) -> Any:
    """One page of what a person said, by the ``quotes`` parameter of the address."""
    return listings.quotes_page(person, context["page"], _asked_for(context, "quotes"))


def _asked_for(context: dict[str, Any], name: str) -> str | None:
    request = context.get("request")
    return request.GET.get(name) if request else None
