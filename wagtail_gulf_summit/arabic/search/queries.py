"""A search query taken to the forms of its words, before a database compiles it."""

from collections.abc import Sequence
from typing import Any

from modelsearch.query import MATCH_NONE, And, Boost, Not, Or, Phrase, PlainText, SearchQuery

from ..forms import Term, folded_words, query_terms


class SpelledText(PlainText):
    """Words to find in any of their forms: ``terms``, never empty, joined by ``operator``."""

    def __init__(self, query_string: str, operator: str, boost: float, terms: Sequence[Term]) -> None:
        super().__init__(query_string, operator=operator, boost=boost)
        self.terms = tuple(terms)


class SpelledPhrase(Phrase):
    """Words to find side by side, as they are typed or folded."""

    def __init__(self, query_string: str) -> None:
        super().__init__(query_string.replace('"', " "))
        self.folded = folded_words(self.query_string) or self.query_string


def spell(query: SearchQuery) -> SearchQuery:
    """``query`` with its words in all their forms; a query without words matches nothing."""
    spelled = _spell(query)
    return MATCH_NONE if spelled is None else spelled


def _spell(query: SearchQuery) -> SearchQuery | None:
    if isinstance(query, PlainText):
        terms = query_terms(query.query_string)
        return SpelledText(query.query_string, query.operator, query.boost, terms) if terms else None
    if isinstance(query, Phrase):
        return SpelledPhrase(query.query_string) if query_terms(query.query_string) else None
    if isinstance(query, And | Or):
        parts = [part for part in map(_spell, query.subqueries) if part is not None]
        return type(query)(parts) if parts else None
    if isinstance(query, Not | Boost):
        return _spell_inside(query)
    return query


def _spell_inside(query: Any) -> SearchQuery | None:
    inner = _spell(query.subquery)
    if inner is None:
        return None
    return Boost(inner, query.boost) if isinstance(query, Boost) else Not(inner)


class SpelledCompiler:
    """Mixed into a database's query compiler: what it compiles is spelled first."""

    LAST_TERM_IS_PREFIX: bool
    query: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = spell(self.query)

    def prefixed(self, query: SpelledText, position: int) -> bool:
        """Whether the term at ``position`` is the start of a word that is still being typed."""
        return self.LAST_TERM_IS_PREFIX and position == len(query.terms) - 1
