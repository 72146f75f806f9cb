"""Articles and what goes into them, as stored."""

from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page

from tests.people.factories import locale
from tests.sites import publish
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
