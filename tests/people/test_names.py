"""Slugs and quotation marks of people and what they said."""

import pytest

from tests.people.factories import PersonFactory, locale, translated
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.people.quotation import in_quotation_marks


@pytest.mark.django_db
def test_a_person_gets_a_slug_from_the_name_one_of_a_kind_in_its_language():
    first = PersonFactory(name="فادي سالم")
    second = PersonFactory(name="فادي سالم")
    english = translated(first, name="فادي سالم")
    assert (first.slug, second.slug, english.slug) == ("فادي-سالم", "فادي-سالم-2", "فادي-سالم")


@pytest.mark.django_db
def test_a_draft_with_a_half_typed_name_gets_its_slug_when_it_goes_live():
    person = Person(name="فا", locale=locale(), live=False)
    person.save()
    assert person.slug == ""
    person.name = "فادي سالم"
    person.save_revision().publish()
    person.refresh_from_db()
    assert person.slug == "فادي-سالم"


@pytest.mark.django_db
def test_a_slug_stays_when_the_name_changes():
    person = Person(name="فادي", locale=locale(), live=False)
    person.save()
    person.save_revision().publish()
    draft = person.get_latest_revision_as_object()
    draft.name = "فادي سالم"
    draft.save_revision().publish()
    person.refresh_from_db()
    assert (person.name, person.slug) == ("فادي سالم", "فادي")


@pytest.mark.parametrize(
    ("html", "language", "marked"),
    [
        ("<p>نعم.</p>", "ar", "<p>“نعم.”</p>"),
        ('<p data-block-key="a"><b>Yes</b></p><p>No</p>', "en-GB", '<p data-block-key="a"><b>“Yes</b></p><p>No”</p>'),
        ("<p>Oui</p>", "fr", "<p>«\u00a0Oui\u00a0»</p>"),
        ("<ul><li>أ</li><li>ب</li></ul>", "ar", "<ul><li>“أ</li><li>ب”</li></ul>"),
        ("نعم", "ar", "“نعم”"),
    ],
)
def test_quotation_marks_stand_inside_the_outermost_paragraphs(html, language, marked):
    assert in_quotation_marks(html, language) == marked
