"""Two records of one source become one, and nobody loses a citation."""

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from tests.citations.factories import SourceFactory, locale, make_article, names, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.merging import MERGE, merge_sources
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.numbering import page_citations
from wagtail_gulf_summit.citations.usage import uses_of

pytestmark = pytest.mark.django_db


def marks(page) -> list[Mark]:
    return [mark for chunk in page.cited_rich_text() for mark in find_marks(chunk)]


def fresh(page) -> StudyPage:
    return StudyPage.objects.get(pk=page.pk)


def revisions(page) -> int:
    return Revision.objects.for_instance(page).count()


def test_pages_cite_the_kept_source_with_their_locators(admin_user):
    keep, other = SourceFactory(), SourceFactory()
    page = make_article(paragraph("أ", (other, "ص 3"), keep), standfirst=paragraph("ب", other))
    page.body.append(("quote", {"quote": paragraph("ج", other), "speaker": ""}))
    page.body.append(("points", [paragraph("د", other)]))
    page.body.append(("figure", {"number": "82", "source": other}))
    page.save_revision().publish()
    before = revisions(page)
    assert merge_sources(keep, [other], admin_user) == [page]
    page = fresh(page)
    assert marks(page) == [Mark(keep.pk)] + [Mark(keep.pk, "ص 3")] + [Mark(keep.pk)] * 4
    assert (page.live, page.has_unpublished_changes, revisions(page) - before) == (True, False, 1)
    assert [len(entry.backrefs) for entry in page_citations(page).entries] == [6]
    assert not Source.objects.filter(pk=other.pk).exists()


def test_unpublished_changes_stay_unpublished():
    keep, other = SourceFactory(), SourceFactory()
    page = make_article(paragraph("أ", other))
    page.body = [("paragraph", paragraph("مسودة", other))]
    page.save_revision()
    before = revisions(page)
    merge_sources(keep, [other])
    page = fresh(page)
    assert [chunk[:4] for chunk in page.cited_rich_text()] == ["<p>أ"]
    assert marks(page) == marks(page.get_latest_revision_as_object()) == [Mark(keep.pk)]
    assert (page.has_unpublished_changes, revisions(page) - before) == (True, 1)


def test_an_old_revision_brought_back_shows_the_kept_source():
    keep, other = SourceFactory(), SourceFactory()
    page = make_article(paragraph("أ", other))
    old = page.latest_revision
    merge_sources(keep, [other])
    old.publish()
    assert [entry.source for entry in page_citations(fresh(page)).entries] == [keep]
    third = SourceFactory()
    merge_sources(third, [keep])
    assert [entry.source for entry in page_citations(fresh(page)).entries] == [third]


def test_the_kept_source_takes_over_what_it_lacks():
    keep = SourceFactory(title="أ", year=2014)
    other = SourceFactory(title="ب", year=2015, doi="10.1000/x", publisher=names("دار"))
    merge_sources(keep, [other])
    keep = Source.objects.get()
    assert (keep.title, keep.year, keep.doi, keep.parties[1][0].name) == ("أ", 2014, "10.1000/x", "دار")


def test_a_record_in_another_language_becomes_the_translation():
    keep, other = SourceFactory(), SourceFactory(locale=locale("en"))
    page = make_article(paragraph("A", keep, other))
    merge_sources(keep, [other])
    other.refresh_from_db()
    assert other.translation_key == keep.translation_key
    assert [len(entry.backrefs) for entry in page_citations(page).entries] == [2]


def test_translations_are_merged_with_their_sources():
    keep, other = SourceFactory(), SourceFactory()
    for source in (keep, other):
        translation = source.copy_for_translation(locale("en"))
        translation.save()
    english = Source.objects.get(translation_key=other.translation_key, locale=locale("en"))
    page = make_article(paragraph("A", english), language="en")
    merge_sources(keep, [other])
    assert Source.objects.count() == 2
    assert [use.object for use in uses_of(keep.get_translation(locale("en")))] == [page]


def test_merging_is_logged_on_the_source_and_on_the_page(admin_user):
    keep, other = SourceFactory(), SourceFactory(title="قديم")
    page = make_article(paragraph("أ", other), title="مقال القمة")
    key = other.pk
    merge_sources(keep, [other], admin_user)
    entry = ModelLogEntry.objects.get(action=MERGE)
    assert entry.object_id == str(keep.pk)
    assert entry.data == {"merged": [{"id": key, "title": "قديم"}], "changed": ["مقال القمة"]}
    assert PageLogEntry.objects.filter(page=page.pk, action=MERGE, user=admin_user).count() == 1
