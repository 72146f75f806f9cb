"""People, organisations, affiliations, sources and topics."""

import random
from datetime import date

from django.db.models import ProtectedError
from wagtail.models import Locale

from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.people.models import Affiliation, Organisation, Person

from .chosen import some, word

NAMES = {Person: "name", Organisation: "name", Topic: "name", Source: "title"}


def _any(dice: random.Random, **conditions: object) -> tuple[object, str] | None:
    model = dice.choice([Person, Person, Organisation, Topic, Source])
    found = some(dice, model.objects.filter(**conditions))
    return (found, NAMES[model]) if found else None


def create(dice: random.Random) -> bool | None:
    model = dice.choice(list(NAMES))
    if model.objects.count() > 3:
        return False
    model.objects.create(**{NAMES[model]: word(dice)}, locale=some(dice, Locale.objects.all()))
    return None


def rename(dice: random.Random) -> bool | None:
    found = _any(dice)
    if found is None:
        return False
    one, name = found
    setattr(one, name, word(dice))
    one.save()
    return None


def publish_draft(dice: random.Random) -> bool | None:
    """As the snippet editor does it: a draft first, then published or not."""
    found = _any(dice)
    if found is None:
        return False
    one, name = found
    draft = one.get_latest_revision_as_object() if one.latest_revision else one
    setattr(draft, name, word(dice))
    revision = draft.save_revision()
    if dice.random() < 0.7:
        revision.publish()
    return None


def unpublish(dice: random.Random) -> bool | None:
    found = _any(dice, live=True)
    if found is None:
        return False
    found[0].unpublish()
    return None


def translate(dice: random.Random) -> bool | None:
    found = _any(dice)
    if found is None:
        return False
    one, name = found
    locale = some(dice, Locale.objects.exclude(pk__in=one.get_translations(inclusive=True).values("locale")))
    if locale is None:
        return False
    copy = one.copy_for_translation(locale)
    setattr(copy, name, word(dice))
    copy.save()
    return None


def affiliate(dice: random.Random) -> bool | None:
    person = some(dice, Person.objects.all())
    organisation = person and some(dice, Organisation.objects.filter(locale=person.locale))
    if not organisation:
        return False
    Affiliation.objects.create(
        person=person,
        organisation=organisation,
        role=word(dice),
        locale=person.locale,
        **{"valid_from": date(dice.randrange(2000, 2014), 1, 1)} if dice.random() < 0.5 else {},
    )
    return None


def leave(dice: random.Random) -> bool | None:
    affiliation = some(dice, Affiliation.objects.all())
    if affiliation is None:
        return False
    if dice.random() < 0.5:
        affiliation.role = word(dice)
        affiliation.save()
    else:
        affiliation.delete()
    return None


def delete(dice: random.Random) -> bool | None:
    found = _any(dice)
    if found is None or type(found[0]).objects.count() < 3:
        return False
    try:
        found[0].delete()
    except ProtectedError:
        return False
    return None


EDITS = [create, rename, rename, publish_draft, publish_draft, unpublish, translate, affiliate, leave, delete]
