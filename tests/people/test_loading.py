"""People come with all that shows them, and with nothing of others."""

import copy

import pytest
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock

from tests.people.factories import AffiliationFactory, PersonFactory
from wagtail_gulf_summit.people.choosers import PersonChooserBlock, _chosen_keys
from wagtail_gulf_summit.people.loading import load
from wagtail_gulf_summit.people.models import Person


@pytest.mark.django_db
def test_a_persons_affiliations_are_their_own_however_they_are_asked_for(news_site, django_assert_num_queries):
    own = [AffiliationFactory() for _count in range(2)]
    with django_assert_num_queries(2):
        person = load(Person, [one.person_id for one in own])[own[0].person_id]
        assert [one.organisation.name for one in person.affiliations.all()] == [own[0].organisation.name]
    for affiliations in (person.affiliations, copy.deepcopy(person).affiliations):
        assert list(affiliations.all()) == own[:1]
        assert list(affiliations.filter(valid_until=None)) == own[:1]
        assert list(affiliations.order_by("-pk")) == own[:1]


class Voice(StructBlock):
    person = PersonChooserBlock()
    said = CharBlock()


@pytest.mark.django_db
def test_whoever_a_page_chooses_is_found_in_every_kind_of_block_and_other_values_are_passed_over():
    one, two, three = (PersonFactory().pk for _count in range(3))
    block = StreamBlock(
        [("voice", Voice()), ("voices", ListBlock(Voice())), ("nested", StreamBlock([("v", Voice())]))]
    )
    raw = [
        {"type": "voice", "value": {"person": one, "said": "أ"}},
        {"type": "voice", "value": "what the block was before"},
        {"type": "voice", "value": {"said": "أ"}},
        {
            "type": "voices",
            "value": [{"person": two}, {"type": "item", "id": "x", "value": {"person": {"id": three}}}],
        },
        {"type": "voices", "value": None},
        {"type": "nested", "value": [{"type": "v", "value": {"person": one}}, {"type": "gone", "value": 1}, "text"]},
        {"type": "gone", "value": {}},
    ]
    assert [key for model, key in _chosen_keys(block, raw)] == [one, None, two, three, one]
