"""Finding a source by what an editor types: any part of a word, in any Arabic spelling."""

from typing import Any

from django.db.models import Q, QuerySet

from wagtail_gulf_summit.arabic.fold import fold, words
from wagtail_gulf_summit.arabic.stem import stem


def searchable(*texts: str) -> str:
    """The folded text and, once each, the stems of its words."""
    text = " ".join(filter(None, texts))
    folded = fold(text)
    return " ".join([folded, *sorted({stem(word) for word in words(text)} - set(folded.split()))])


def search_sources(sources: QuerySet[Any], query: str) -> QuerySet[Any]:
    """The sources that hold every word of ``query``, whole, begun or in another form."""
    for word in query.split():
        sources = sources.filter(Q(folded__contains=fold(word)) | Q(folded__contains=stem(word)))
    return sources
