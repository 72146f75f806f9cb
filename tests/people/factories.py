"""People, what they are and where."""

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from wagtail_gulf_summit.people.models import Affiliation, Organisation, Person


def locale(code: str = "ar") -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"مؤسسة {n}")
    locale = factory.LazyFunction(locale)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"فادي سالم {n}")
    locale = factory.LazyFunction(locale)


class AffiliationFactory(DjangoModelFactory):
    class Meta:
        model = Affiliation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory, locale=factory.SelfAttribute("..person.locale"))
    role = factory.Sequence(lambda n: f"مدير {n}")
    locale = factory.SelfAttribute("person.locale")


def translated(instance, language="en", **fields):
    """A published translation of a snippet, with other values in some fields."""
    copy = instance.copy_for_translation(locale(language))
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save()
    return copy
