"""Finding a source by what an editor types: any part of a word, in any Arabic spelling."""

from typing import Any

from django.db.models import Q, QuerySet

from wagtail_gulf_summit.arabic.fold import fold, words
from wagtail_gulf_summit.arabic.stem import stem

from .identifiers import normalise_doi, normalise_isbn


def searchable(*texts: str) -> str:
    """The folded text and, once each, the stems of its words."""
    text = " ".join(filter(None, texts))
    folded = fold(text)
    return " ".join([folded, *sorted({stem(word) for word in words(text)} - set(folded.split()))])


def search_sources(sources: QuerySet[Any], query: str) -> QuerySet[Any]:
    """The sources whose ISBN or DOI is ``query``, or else those that hold every word of it, in whatever form."""
    if isbn := normalise_isbn(query):
        return sources.filter(isbn=isbn)
    if doi := normalise_doi(query):
        return sources.filter(doi__startswith=doi)
    for word in query.split():
        sources = sources.filter(Q(folded__contains=fold(word)) | Q(folded__contains=stem(word)))
    return sources
