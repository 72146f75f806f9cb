"""Spelled queries on MySQL and MariaDB."""

import re
from functools import reduce
from operator import and_, or_
from typing import Any

from modelsearch.backends.database.mysql.mysql import MySQLAutocompleteQueryCompiler, MySQLSearchQueryCompiler
from modelsearch.backends.database.mysql.query import Lexeme, SearchQuery

from ..forms import Term
from .queries import SpelledCompiler, SpelledPhrase, SpelledText


class _Compiler(SpelledCompiler):
    def build_search_query_content(self, query: Any, invert: bool = False) -> Any:
        if isinstance(query, SpelledText):
            return SearchQuery(self._text(query, invert))
        if isinstance(query, SpelledPhrase):
            exact = SearchQuery(query.query_string, search_type="phrase")
            return exact | SearchQuery(query.folded, search_type="phrase")
        return super().build_search_query_content(query, invert=invert)  # type: ignore[misc]

    def _text(self, query: SpelledText, invert: bool) -> Any:
        words = [self._term(term, self.prefixed(query, position), invert) for position, term in enumerate(query.terms)]
        return reduce(and_ if query.operator == "and" else or_, words)

    def _term(self, term: Term, prefix: bool, invert: bool) -> Any:
        forms = [self._form(form, False, invert) for form in term.forms]
        if prefix:
            forms += [self._form(form, True, invert) for form in term.beginnings]
        return reduce(or_, forms)

    def _form(self, form: str, prefix: bool, invert: bool) -> Any:
        """A form as MySQL splits it: at every character that is no letter or digit."""
        *heads, last = [part for part in re.split(r"\W+", form) if part]
        parts = [Lexeme(part, invert=invert) for part in heads]
        return reduce(and_, [*parts, Lexeme(last, invert=invert, prefix=prefix)])


class SearchCompiler(_Compiler, MySQLSearchQueryCompiler):
    pass


class AutocompleteCompiler(_Compiler, MySQLAutocompleteQueryCompiler):
    pass
