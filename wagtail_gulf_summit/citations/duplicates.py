"""Sources that are probably one and the same."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from wagtail_gulf_summit.arabic.fold import fold, words

from .identifiers import normalise_doi, normalise_isbn, url_key
from .models import Source

#: Words of a title that the database compares; few titles share their eight longest.
MAX_WORDS = 8


def title_key(title: str) -> str:
    """What two spellings of a title share: folded words, without punctuation.

    >>> title_key("تقرير الإعلام، 2014") == title_key("تقرير الاعلام ٢٠١٤")
    True
    """
    return " ".join(words(fold(title)))


def keys_of(source: Any) -> set[tuple[str, str]]:
    """What identifies a source: ``{("doi", …), ("isbn", …), ("url", …), ("title", …)}``, those it has.

    A title counts together with the edition and the year, which set apart the issues of a yearly report.
    """
    edition = source.edition_number or fold(source.edition)
    keys = {
        ("doi", normalise_doi(source.doi)),
        ("isbn", normalise_isbn(source.isbn)),
        ("url", url_key(source.url)),
        ("title", title_key(source.title) and f"{title_key(source.title)}|{edition or ''}|{source.year or ''}"),
    }
    return {(name, value) for name, value in keys if value}


def duplicates_of(source: Source) -> list[Source]:
    """Kept sources that share a key with ``source`` (saved or not), its translations apart."""
    keys = keys_of(source)
    candidates = _candidates(source).exclude(pk=source.pk).exclude(translation_key=source.translation_key)
    return [other for other in candidates.order_by("pk") if keys & keys_of(other)]


def _candidates(source: Source) -> Any:
    """Sources that might share a key; few enough to be compared one by one."""
    query = Q()
    if doi := normalise_doi(source.doi):
        query |= Q(doi__iexact=doi) | Q(doi__iendswith=doi)
    if isbn := normalise_isbn(source.isbn):
        query |= Q(isbn=isbn)
    if key := url_key(source.url):
        query |= Q(url__icontains=key.split("?")[0])
    if told := set(words(fold(source.title))):
        query |= Q(*(Q(folded__contains=word) for word in sorted(told, key=len)[-MAX_WORDS:]))
    return Source.objects.filter(query) if query else Source.objects.none()


def groups_of_duplicates(sources: Iterable[Source]) -> list[list[Source]]:
    """The given sources that share a key, group by group, each group in the order given."""
    by_key: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sources:
        for key in keys_of(source):
            by_key[key].append(source)
    groups: list[list[Source]] = []
    grouped: set[int] = set()
    for members in by_key.values():
        fresh = [source for source in members if source.pk not in grouped]
        if len({source.translation_key for source in fresh}) > 1:
            groups.append(fresh)
            grouped |= {source.pk for source in fresh}
    return groups
