"""Copies, aliases and previews of a page that cites; five hundred citations on one."""

import time
from statistics import median

import pytest
from wagtail.models import Page

from tests.citations.factories import SourceFactory, make_article, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.numbering import page_citations
from wagtail_gulf_summit.citations.usage import uses_of

pytestmark = pytest.mark.django_db


def marks(page) -> list[Mark]:
    return [mark for chunk in page.cited_rich_text() for mark in find_marks(chunk)]


@pytest.fixture
def source():
    return SourceFactory()


@pytest.fixture
def article(source):
    return make_article(paragraph("أ", (source, "ص 3")))


def test_a_copy_cites_the_same_source(article, source):
    copy = article.copy(update_attrs={"slug": "copy"})
    assert marks(StudyPage.objects.get(pk=copy.pk)) == [Mark(source.pk, "ص 3")]
    assert {use.object.pk for use in uses_of(source)} == {article.pk, copy.pk}


def test_an_alias_follows_its_original(article, source):
    alias = article.create_alias(update_slug="alias", parent=Page.objects.get(depth=1))
    other = SourceFactory()
    article.body = [("paragraph", paragraph("ب", other))]
    article.save_revision().publish()
    assert [entry.source for entry in page_citations(StudyPage.objects.get(pk=alias.pk)).entries] == [other]


def test_a_page_that_was_never_saved_is_numbered(source):
    page = StudyPage(title="أ", body=[("paragraph", paragraph("أ", source, 999999))])
    assert [(entry.number, entry.source) for entry in page_citations(page).entries] == [(1, source)]


def publish_time(pages: list[StudyPage]) -> float:
    times = []
    for page in pages:
        started = time.perf_counter()
        page.save_revision().publish()
        times.append(time.perf_counter() - started)
    return median(times)


def test_publishing_five_hundred_citations_takes_less_than_twice_the_text_alone():
    sources = SourceFactory.create_batch(500)
    text = "كلمات كثيرة في فقرة طويلة. " * 20
    citing = [make_article(*(paragraph(text, source) for source in sources)) for _ in range(3)]
    plain = [make_article(*(paragraph(text) for _ in sources)) for _ in range(3)]
    publish_time(plain + citing)
    assert publish_time(citing) < 2 * publish_time(plain)
