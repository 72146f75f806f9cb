"""Which role a person held on a day, and which roles cannot both be."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.people.factories import AffiliationFactory, PersonFactory
from wagtail_gulf_summit.people.models import Affiliation, Organisation
from wagtail_gulf_summit.people.roles import is_valid_on, overlapping


@dataclass(eq=False)
class Role:
    valid_from: date | None = None
    valid_until: date | None = None
    organisation_id: int | None = 1


@pytest.mark.parametrize(
    ("role", "day", "valid"),
    [
        (Role(), date(2014, 9, 17), True),
        (Role(valid_from=date(2014, 9, 17)), date(2014, 9, 17), True),
        (Role(valid_from=date(2014, 9, 18)), date(2014, 9, 17), False),
        (Role(valid_until=date(2014, 9, 17)), date(2014, 9, 17), True),
        (Role(valid_until=date(2014, 9, 16)), date(2014, 9, 17), False),
    ],
)
def test_both_ends_of_an_affiliation_belong_to_it(role, day, valid):
    assert is_valid_on(role, day) is valid


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Role(), Role(), True),
        (Role(valid_until=date(2014, 1, 1)), Role(valid_from=date(2014, 1, 1)), True),
        (Role(valid_until=date(2014, 1, 1)), Role(valid_from=date(2014, 1, 2)), False),
        (Role(valid_from=date(2014, 1, 2)), Role(valid_until=date(2014, 1, 1)), False),
        (Role(), Role(organisation_id=2), False),
        (Role(organisation_id=None), Role(organisation_id=None), False),
    ],
)
def test_roles_overlap_only_within_one_organisation(one, other, overlap):
    assert overlapping([one, other]) == ([(one, other)] if overlap else [])


@pytest.mark.parametrize(
    ("role", "organisation", "printed"),
    [("مدير", "كلية", "مدير، كلية"), ("Director", "School", "Director, School"), ("مدير", None, "مدير")],
)
def test_an_affiliation_is_printed_with_the_comma_of_its_words(role, organisation, printed):
    held = Organisation(name=organisation) if organisation else None
    assert str(Affiliation(role=role, organisation=held)) == printed


@pytest.mark.django_db
def test_roles_at_one_place_keep_the_order_they_were_entered_in():
    person = PersonFactory()
    entered = [AffiliationFactory(person=person, sort_order=0).pk for _number in range(3)]

    Affiliation.objects.filter(pk=entered[0]).update(role="مدير")  # PostgreSQL moves what is written

    assert list(Affiliation.objects.filter(person=person).values_list("pk", flat=True)) == entered
