"""What an editor should look at before a story goes out: each a warning, never a reason not to save."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wagtail_gulf_summit.arabic.copydesk import check_text
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.quotes.index import plain_text

from .blocks import GalleryBlock, HeadingBlock, StatisticBlock, StoryImageBlock


@dataclass(frozen=True)
class Finding:
    """One thing to look at: the ``rule``, what it says, where (``place``) and in which block of the body.

    ``found`` is the text in question and ``suggest`` what to put in its place; both can be empty.
    """

    rule: str
    message: str
    place: str
    found: str = ""
    block_id: str = ""
    suggest: str = ""


def story_findings(page: Any) -> list[Finding]:
    """The findings of an article (a specific instance, saved or not), in the order of the page."""
    return [*_in_fields(page), *_in_headings(page.body), *_in_blocks(page)]


def _in_fields(page: Any) -> Iterator[Finding]:
    language = page.locale.language_code
    for name in ("title", "kicker", "dateline_text", "standfirst", "hero_caption"):
        place = capfirst(str(page._meta.get_field(name).verbose_name))
        text = plain_text(getattr(page, name))
        yield from _copy_desk(text, language, place)
    yield from _too_long(page.title, conf.GULF_SUMMIT_HEADLINE_LENGTH, _("Headline"))
    yield from _too_long(plain_text(page.standfirst), conf.GULF_SUMMIT_STANDFIRST_LENGTH, _("Standfirst"))
    if page.hero_image and not (page.hero_alt or _own_alt(page.hero_image)):
        yield _missing_alt(_("Main image"), page.hero_image)
    for child in page.bylines:
        yield from _unpublished(child.value.get("person"), page, _("Byline"), "")


def _too_long(text: str, limit: int, place: str) -> Iterator[Finding]:
    if len(text) > limit:
        message = _("%(count)s characters; %(limit)s are enough.") % {"count": len(text), "limit": limit}
        yield Finding("too_long", message, place)


def _in_headings(body: Any) -> Iterator[Finding]:
    """Each heading is at most one level below the one before; the first is at the highest level."""
    before = 1
    for child in body:
        if isinstance(child.block, HeadingBlock):
            level = int(child.value["level"] or 2)
            if level > before + 1:
                message = _("This heading skips a level. Raise it by %(count)s.") % {"count": level - before - 1}
                yield Finding("heading_order", message, str(child.block.label), child.value["text"], child.id or "")
            before = level


def _in_blocks(page: Any) -> Iterator[Finding]:
    language = page.locale.language_code
    for child in page.body:
        place, block_id = str(child.block.label), child.id or ""
        for value in _quotes(child):
            if value["person"] is None:
                message = _("Nobody is named as the speaker of this quote.")
                yield Finding("quote_without_person", message, place, plain_text(value["quote"].source)[:80], block_id)
            yield from _unpublished(value["person"], page, place, block_id)
        for value in _images(child):
            if value["image"] and not value["decorative"] and not (value["alt"] or _own_alt(value["image"])):
                yield _missing_alt(place, value["image"], block_id)
        if isinstance(child.block, StatisticBlock) and not child.value["source"]:
            message = _("This number has no source.")
            yield Finding("statistic_without_source", message, place, child.value["text"], block_id)
        for text in child.block.get_searchable_content(child.value):
            yield from _copy_desk(str(text), language, place, block_id)


def _quotes(child: Any) -> list[Any]:
    return [child.value] if isinstance(child.block, SpeakerQuoteBlock) else []


def _images(child: Any) -> list[Any]:
    if isinstance(child.block, StoryImageBlock):
        return [child.value]
    return list(child.value["images"]) if isinstance(child.block, GalleryBlock) else []


def _own_alt(image: Any) -> str:
    return str(getattr(image, "description", "") or "")


def _missing_alt(place: str, image: Any, block_id: str = "") -> Finding:
    message = _("Say what the picture shows, for readers who do not see it.")
    return Finding("missing_alt", message, place, image.title, block_id)


def _unpublished(person: Any, page: Any, place: str, block_id: str) -> Iterator[Finding]:
    if person is not None and shown(person, page.locale_id) is None:
        message = _("%(name)s is not published: readers will not see the name.") % {"name": person.name}
        yield Finding("unpublished_person", message, place, person.name, block_id)


def _copy_desk(text: str, language: str, place: str, block_id: str = "") -> Iterator[Finding]:
    for slip in check_text(text, language):
        yield Finding(slip.rule, slip.message, place, slip.found, block_id, slip.suggest)
