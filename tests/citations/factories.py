"""Sources, and articles that cite them."""

from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page

from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.models import Source

SCHOOL = "كلية محمد بن راشد للإدارة الحكومية"


def locale(code: str = "ar") -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def names(*of: str) -> list[tuple[str, str]]:
    """Authors or a publisher, as text."""
    return [("text", name) for name in of]


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    title = factory.Sequence(lambda n: f"مصدر {n}")
    locale = factory.LazyFunction(locale)


def many_sources(count: int) -> list[Source]:
    return Source.objects.bulk_create(SourceFactory.build_batch(count, locale=locale()))


def marker(source: Source | int, locator: str = "") -> str:
    """A marker as the database stores it."""
    key = source if isinstance(source, int) else source.pk
    return f'<a linktype="citation" id="{key}"' + (f' locator="{locator}"' if locator else "") + ">[1]</a>"


def paragraph(*parts: Any) -> str:
    """A paragraph of text and of sources; a tuple is a source with its locator."""
    texts = [
        part if isinstance(part, str) else marker(*(part if isinstance(part, tuple) else (part,))) for part in parts
    ]
    return f"<p>{''.join(texts)}</p>"


def make_article(*paragraphs: str, language: str = "ar", parent: Page | None = None, **fields: Any) -> StudyPage:
    """A published article whose body is ``paragraphs`` of stored rich text."""
    root = parent or Page.objects.get(depth=1)
    article = StudyPage(
        title=fields.pop("title", "مقال"),
        slug=fields.pop("slug", f"article-{Page.objects.count()}"),
        locale=locale(language),
        body=[("paragraph", text) for text in paragraphs],
        **fields,
    )
    root.add_child(instance=article)
    article.save_revision().publish()
    return StudyPage.objects.get(pk=article.pk)
