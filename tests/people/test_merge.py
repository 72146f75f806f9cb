"""Two people made one: whatever named the one names the other."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.articles.factories import make_article, quote
from tests.citations.factories import SourceFactory
from tests.people.factories import AffiliationFactory, PersonFactory, translated
from wagtail_gulf_summit.people.merge import CannotMerge, merge_people
from wagtail_gulf_summit.people.models import Person, Quote

pytestmark = pytest.mark.django_db


def named_in(page):
    return [child.value["person"].name for child in [*page.bylines, *page.body]]


def test_live_pages_are_rewritten_in_one_revision_and_published(news_site, admin_user):
    duplicate, into = PersonFactory(name="فادى سالم"), PersonFactory(name="فادي سالم")
    page = make_article(news_site.section, quote("نعم.", duplicate), people=[duplicate])
    before = page.revisions.count()

    assert merge_people(duplicate, into, admin_user) == [page]

    page = type(page).objects.get(pk=page.pk)
    assert named_in(page) == ["فادي سالم", "فادي سالم"]
    assert (page.revisions.count(), page.has_unpublished_changes) == (before + 1, False)
    assert list(Quote.objects.values_list("person_id", "person_key")) == [(into.pk, into.translation_key)]
    assert list(Person.objects.values_list("name", flat=True)) == ["فادي سالم"]


def test_drafts_are_rewritten_and_stay_drafts(news_site):
    duplicate, into = PersonFactory(name="فادى"), PersonFactory(name="فادي")
    page = make_article(news_site.section, quote("نعم.", into))
    page.bylines = [("byline", {"person": duplicate, "role": ""})]
    page.save_revision()

    assert merge_people(duplicate, into) == [page]

    page = type(page).objects.get(pk=page.pk)
    assert named_in(page) == ["فادي"]
    assert named_in(page.get_latest_revision_as_object()) == ["فادي", "فادي"]
    assert page.has_unpublished_changes


def test_a_waiting_revision_is_rewritten_too(news_site):
    duplicate, into = PersonFactory(name="فادى"), PersonFactory(name="فادي")
    page = make_article(news_site.section, quote("نعم.", duplicate))
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    page.go_live_at = None

    merge_people(duplicate, into)

    revision.refresh_from_db()
    assert named_in(revision.as_object()) == ["فادي"]


def test_sources_are_rewritten(db):
    duplicate, into = PersonFactory(name="فادى"), PersonFactory(name="فادي")
    source = SourceFactory(authors=[("person", duplicate)])
    assert merge_people(duplicate, into) == [source]
    source.refresh_from_db()
    assert [child.value.name for child in source.authors] == ["فادي"]


def test_the_one_that_stays_takes_over_what_it_lacks(db):
    duplicate = PersonFactory(
        bio="<p>باحث.</p>", links=[("link", {"kind": "wikidata", "url": "https://www.wikidata.org/wiki/Q1"})]
    )
    AffiliationFactory(person=duplicate, role="مدير", sort_order=0)
    into = PersonFactory()
    AffiliationFactory(person=into, role="خبير", sort_order=3)

    merge_people(duplicate, into)

    into = Person.objects.get()
    assert (into.bio, into.same_as) == ("<p>باحث.</p>", ["https://www.wikidata.org/wiki/Q1"])
    assert [affiliation.role for affiliation in into.affiliations.all()] == ["خبير", "مدير"]


def test_translations_are_merged_and_a_missing_one_is_adopted(news_site):
    duplicate, into = PersonFactory(), PersonFactory()
    english = translated(duplicate, name="Fadi Salem")
    make_article(news_site.section_en, quote("Yes.", english))

    merge_people(duplicate, into)

    assert {person.locale.language_code: person.pk for person in Person.objects.all()} == {
        "ar": into.pk,
        "en": english.pk,
    }
    assert Person.objects.get(pk=english.pk).translation_key == into.translation_key
    assert Quote.objects.get().person_key == into.translation_key


def test_a_merge_is_logged_with_the_user(db, admin_user):
    duplicate, into = PersonFactory(name="فادى"), PersonFactory(name="فادي")
    pk = duplicate.pk
    merge_people(duplicate, into, admin_user)
    entry = ModelLogEntry.objects.get(action="gulf_summit.merge_person")
    assert (entry.user, entry.object_id, entry.data) == (
        admin_user,
        str(into.pk),
        {"name": "فادى", "id": pk, "rewritten": []},
    )


def test_a_person_is_merged_neither_with_themselves_nor_across_languages(db):
    person = PersonFactory()
    for other in (person, translated(PersonFactory())):
        with pytest.raises(CannotMerge):
            merge_people(person, other)
