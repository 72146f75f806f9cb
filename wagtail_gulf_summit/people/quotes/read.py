"""Reading quotes: of a person in all languages, on pages that readers may see."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from ..loading import load
from ..models import Person, Quote
from ..public import readable


def quotes_of(person: Any, locale: Any = None) -> QuerySet[Quote]:
    """All that ``person`` said, newest first, on pages that readers may see; in one language if ``locale`` is given.

    Ordered by ``(-published_at, -id)``, which an index of the table follows.
    """
    return public_quotes(locale).filter(person_key=person.translation_key)


def public_quotes(locale: Any = None) -> QuerySet[Quote]:
    """All quotes on pages that readers may see, newest first."""
    quotes = readable(Quote.objects.select_related("page"), "page__").order_by("-published_at", "-id")
    return quotes.filter(locale=locale) if locale is not None else quotes


def with_speakers(quotes: Iterable[Quote]) -> list[Quote]:
    """``quotes`` with their people, roles and organisations, in a number of queries that does not grow."""
    quotes = list(quotes)
    people = load(Person, (quote.person_id for quote in quotes))
    for quote in quotes:
        quote.person = people[quote.person_id]
    return quotes
