"""Spelled queries on PostgreSQL."""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchQueryCompiler,
)
from modelsearch.backends.database.postgres.query import Lexeme

from ..forms import Term
from .queries import SpelledCompiler, SpelledPhrase, SpelledText


class _Compiler(SpelledCompiler):
    def build_tsquery_content(self, query: Any, config: str | None = None, invert: bool = False) -> Any:
        if isinstance(query, SpelledText):
            lexemes = self._text(query)
            return SearchQuery(lexemes, search_type="raw", config=config, invert=invert)
        if isinstance(query, SpelledPhrase):
            found = SearchQuery(query.query_string, search_type="phrase", config=config)
            found |= SearchQuery(query.folded, search_type="phrase", config=config)
            return ~found if invert else found
        return super().build_tsquery_content(query, config=config, invert=invert)  # type: ignore[misc]

    def _text(self, query: SpelledText) -> Any:
        words = [self._term(term, self.prefixed(query, position)) for position, term in enumerate(query.terms)]
        return reduce(and_ if query.operator == "and" else or_, words)

    def _term(self, term: Term, prefix: bool) -> Any:
        lexemes = [Lexeme(form) for form in term.forms]
        if prefix:
            lexemes += [Lexeme(form, prefix=True) for form in term.beginnings]
        return reduce(or_, lexemes)


class SearchCompiler(_Compiler, PostgresSearchQueryCompiler):
    pass


class AutocompleteCompiler(_Compiler, PostgresAutocompleteQueryCompiler):
    pass
