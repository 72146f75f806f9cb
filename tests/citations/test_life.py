"""Copies, aliases and previews of a page that cites; five hundred citations on one."""

import re
import time
from statistics import median

import pytest
from django.core import serializers
from django.urls import reverse
from wagtail.models import Page

from tests.citations.factories import SourceFactory, make_article, many_sources, paragraph
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


def publish_time(page: StudyPage) -> float:
    """Seconds of processor time."""
    times = []
    for _turn in range(3):
        started = time.process_time()
        page.save_revision().publish()
        times.append(time.process_time() - started)
    return median(times)


def test_publishing_five_hundred_citations_takes_less_than_twice_the_text_alone():
    sources = many_sources(500)
    text = "كلمات كثيرة في فقرة طويلة. " * 20
    citing = make_article(*(paragraph(text, source) for source in sources))
    plain = make_article(*(paragraph(text) for _ in sources))
    assert publish_time(citing) < 2 * publish_time(plain)


def test_an_old_revision_of_a_source_that_was_deleted_since_still_opens(admin_client, article, source):
    old = article.latest_revision
    other = SourceFactory(title="مصدر آخر")
    article.body = [("paragraph", paragraph("ب", (other, "ص 4")))]
    article.save_revision().publish()
    source.delete()
    assert page_citations(old.as_object()).entries == []
    for address in (
        reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, old.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[article.pk, old.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, old.pk, "latest"]),
    ):
        response = admin_client.get(address)
        assert (address, response.status_code) == (address, 200)
        assert "linktype" not in re.sub(r"<(input|textarea)[^>]*>|<script.*?</script>", "", response.content.decode())


def test_a_page_is_numbered_in_its_preview_before_it_is_saved(rf, article, source):
    draft = article.get_latest_revision_as_object()
    draft.body.append(("paragraph", paragraph("ج", SourceFactory(), source)))
    html = draft.make_preview_request(preview_mode="").content.decode()
    assert re.findall(r'href="#(cite-\d)" id="([^"]+)"', html) == [
        ("cite-1", "cite-ref-1-1"), ("cite-2", "cite-ref-2-1"), ("cite-1", "cite-ref-1-2"),
    ]  # fmt: skip


def test_a_page_that_is_read_back_from_json_keeps_its_citations(article, source):
    again = StudyPage.from_json(article.to_json())
    assert marks(again) == [Mark(source.pk, "ص 3")]
    for loaded in serializers.deserialize("json", serializers.serialize("json", [source, article])):
        loaded.save()
    again = StudyPage.objects.get(pk=article.pk)
    assert [(entry.source, entry.locators) for entry in page_citations(again).entries] == [(source, ["ص 3"])]
