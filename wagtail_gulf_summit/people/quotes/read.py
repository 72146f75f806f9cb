"""Reading quotes: of a person in all languages, on pages that readers may see."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from ..loading import load
from ..models import Person, Quote
from ..public import restricted_paths


def quotes_of(person: Any, locale: Any = None) -> QuerySet[Quote]:
    """All that ``person`` said, newest first, on pages that readers may see; in one language if ``locale`` is given.

    Ordered by ``(-published_at, -id)``, which an index of the table follows.
    """
    return public_quotes(locale).filter(person_key=person.translation_key)


def public_quotes(locale: Any = None) -> QuerySet[Quote]:
    """All quotes on live pages that are not private, newest first."""
    hidden = Q()
    for path in restricted_paths():
        hidden |= Q(page__path__startswith=path)
    quotes = Quote.objects.filter(page__live=True).select_related("page").order_by("-published_at", "-id")
    if hidden:
        quotes = quotes.exclude(hidden)
    return quotes.filter(locale=locale) if locale is not None else quotes


def with_speakers(quotes: Iterable[Quote]) -> list[Quote]:
    """``quotes`` with their people, roles and organisations, in a number of queries that does not grow."""
    quotes = list(quotes)
    people = load(Person, (quote.person_id for quote in quotes))
    for quote in quotes:
        quote.person = people[quote.person_id]
    return quotes
