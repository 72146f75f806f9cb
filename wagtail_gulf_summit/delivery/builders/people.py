"""People as documents."""

from typing import Any

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.people.values import organisation_value, person_value
from wagtail_gulf_summit.richtext import display_html

from ..jsonld.people import person_jsonld


def person_card(person: Any) -> dict[str, Any]:
    """A ``PersonCard``."""
    language = person.locale.language_code
    return {
        "id": person.pk,
        "type": "person",
        "lang": language,
        "dir": direction(language),
        **{name: value for name, value in (person_value(person) or {}).items() if name != "id"},
    }


def person_document(person: Any) -> dict[str, Any]:
    """A ``Person``."""
    card = person_card(person)
    affiliations = [_affiliation(one, person.locale_id) for one in person.affiliations.all()]
    return {
        **card,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "bio": display_html(person.bio),
        "same_as": list(person.same_as),
        "affiliations": affiliations,
        "alternates": _alternates(person),
        "jsonld": person_jsonld(person, card["photo"], affiliations),
    }


def _affiliation(affiliation: Any, locale_id: int) -> dict[str, Any]:
    return {
        "role": affiliation.role,
        "organisation": organisation_value(shown(affiliation.organisation, locale_id)),
        "valid_from": affiliation.valid_from,
        "valid_until": affiliation.valid_until,
    }


def _alternates(person: Any) -> list[dict[str, Any]]:
    family = Person.objects.filter(translation_key=person.translation_key, live=True).select_related("locale")
    found = [
        {
            "id": one.pk,
            "lang": one.locale.language_code,
            "dir": direction(one.locale.language_code),
            "slug": one.slug,
            "is_default": one.locale.language_code == conf.DEFAULT_LANGUAGE,
        }
        for one in family
    ]
    return sorted(found, key=lambda one: (not one["is_default"], one["lang"]))
