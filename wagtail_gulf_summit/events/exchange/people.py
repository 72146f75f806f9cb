"""The people that a file names, among those that the site knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail_gulf_summit.people.models import Person

from .entries import Schedule


def names_in(schedule: Schedule) -> list[str]:
    """Every name once, in the order of the file."""
    return list(dict.fromkeys(billed.name for entry in schedule.entries for billed in entry.speakers or ()))


def known_people(names: Iterable[str], locale: Any) -> dict[str, int]:
    """Keys by name, in one language; of two people of one name the one entered first."""
    found = Person.objects.filter(locale=locale, name__in=list(names)).order_by("-pk").values_list("name", "pk")
    return dict(found)


def create_people(names: Iterable[str], locale: Any) -> dict[str, int]:
    """New published people, by name."""
    created = {}
    for name in names:
        person = Person(name=name, locale=locale, live=False)
        person.save()
        person.save_revision().publish()
        created[name] = person.pk
    return created
