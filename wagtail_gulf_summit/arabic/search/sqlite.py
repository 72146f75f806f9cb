"""Spelled queries on SQLite's FTS5."""

from typing import Any

from django.db.models import Value
from modelsearch.backends.database.sqlite.query import LexemeCombinable, SearchQueryExpression, SearchQueryField
from modelsearch.backends.database.sqlite.sqlite import SQLiteAutocompleteQueryCompiler, SQLiteSearchQueryCompiler

from ..forms import Term
from .queries import SpelledCompiler, SpelledPhrase, SpelledText

# BM25 adds up the phrases of a query: one written more often weighs more.
EXACT_WEIGHT = 4
FOLD_WEIGHT = 2


class MatchText(LexemeCombinable, Value):
    """A finished piece of an FTS5 query."""

    _output_field = SearchQueryField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        return "%s", (self.value,)


class _Compiler(SpelledCompiler):
    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if isinstance(query, SpelledText):
            return SearchQueryExpression(MatchText(self._text(query)))
        if isinstance(query, SpelledPhrase):
            return SearchQueryExpression(MatchText(f"({quoted(query.query_string)} OR {quoted(query.folded)})"))
        return super().build_search_query_content(query, config=config)  # type: ignore[misc]

    def _text(self, query: SpelledText) -> str:
        words = [self._term(term, self.prefixed(query, position)) for position, term in enumerate(query.terms)]
        return "(" + f" {query.operator.upper()} ".join(words) + ")"

    def _term(self, term: Term, prefix: bool) -> str:
        phrases = [quoted(term.exact)] * EXACT_WEIGHT + [quoted(term.fold)] * FOLD_WEIGHT
        phrases += map(quoted, term.stems)
        if prefix:
            phrases += [f"{quoted(form)}*" for form in term.beginnings]
        return "(" + " OR ".join(phrases) + ")"


class SearchCompiler(_Compiler, SQLiteSearchQueryCompiler):
    pass


class AutocompleteCompiler(_Compiler, SQLiteAutocompleteQueryCompiler):
    pass


def quoted(text: str) -> str:
    """``text`` as an FTS5 string, in which nothing is an operator."""
    return '"' + text.replace('"', '""').replace("\x00", "") + '"'
