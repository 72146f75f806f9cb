"""Articles and what goes into them, as stored."""

from decimal import Decimal
from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page

from tests.citations.factories import SourceFactory
from tests.people.factories import AffiliationFactory, locale
from tests.sites import publish
from wagtail_gulf_summit.articles.blocks import StoryBlock
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.pages.models import ArticlePage


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: f"موضوع {n}")
    locale = factory.LazyFunction(locale)


def make_article(parent: Page, *blocks: tuple[str, Any], **fields: Any) -> ArticlePage:
    """A published article below ``parent``, with a body of ``(type, value)`` blocks.

    ``people``, ``about`` and ``covers`` are lists of people, topics and summits for
    bylines, topics and summits.
    """
    streams = {
        "bylines": [("byline", {"person": person, "role": ""}) for person in fields.pop("people", [])],
        "topics": [("topic", topic) for topic in fields.pop("about", [])],
        "summits": [("summit", summit) for summit in fields.pop("covers", [])],
    }
    number = ArticlePage.objects.count() + 1
    fields.setdefault("title", f"خبر {number}")
    fields.setdefault("slug", f"story-{number}")
    fields.setdefault("locale", parent.locale)
    body = list(blocks) or [("paragraph", "<p>نص الخبر.</p>")]
    return publish(parent, ArticlePage(body=body, **{**streams, **fields}))


def quote(text: str, person: Any = None, **fields: Any) -> tuple[str, dict[str, Any]]:
    """A speaker quote block of a body."""
    value = {
        "quote": f"<p>{text}</p>",
        "person": person,
        "attribution": "",
        "continued": False,
        "role_override": "",
        "organisation_override": "",
    }
    return "speaker_quote", {**value, **fields}


def paragraph(text: str) -> tuple[str, str]:
    """A paragraph block of a body."""
    return "paragraph", f"<p>{text}</p>"


VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"

TABLE = {
    "caption": "المستخدمون",
    "columns": [{"type": "text", "heading": "البلد"}, {"type": "number", "heading": "مليون"}],
    "rows": [{"values": ["<p>الإمارات</p>", Decimal("7.5")]}, {"values": ["<p>عُمان</p>", Decimal("3")]}],
}


def every_block(image: Any) -> list[tuple[str, Any]]:
    """One block of each type but a related article."""
    person = AffiliationFactory().person
    story = StoryBlock()
    return [
        ("heading", {"text": "عنوان", "level": "2"}),
        quote("نعم.", person, role_override="خبير", continued=True),
        ("pull_quote", {"text": "نعم.", "person": person}),
        ("image", {"image": image, "alt": "أ", "credit": "وام"}),
        ("gallery", {"title": "صور", "images": [{"image": image}]}),
        ("embed", VIDEO),
        ("table", story.child_blocks["table"].to_python(TABLE)),
        ("statistic", {"text": "1", "value": Decimal("1"), "source": SourceFactory()}),
        ("fact_box", {"title": "حقائق", "text": "<p>أ</p>"}),
    ]
