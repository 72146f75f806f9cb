"""A search backend that finds what an Arabic reader types.

It wraps Wagtail's database backend (SQLite, PostgreSQL, MySQL)::

    WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail_gulf_summit.arabic.search"}}

Every indexed text of every model is stored with its folded and stemmed words
(``forms``), and every query looks for the word as typed, folded and stemmed. So
choosers, listings and ``?search=`` are right with no change to any model. With
``"ENGINE": "wagtail.search.backends.elasticsearch8"`` beside it, that engine
searches, and its analysers fold.
"""

from typing import Any

from django.db import connection
from modelsearch.backends import import_backend
from wagtail.search.backends.database import SearchBackend as DatabaseSearchBackend


def SearchBackend(params: dict[str, Any]) -> Any:
    """Wagtail's backend for the default database, or the one that ``ENGINE`` names, made to fold and stem.

    The other ``params`` are those of Wagtail's backend. A database without
    full-text search gets Wagtail's backend unchanged.
    """
    params = dict(params)
    engine = params.pop("ENGINE", None)
    if engine is not None:
        from .elasticsearch import folded_backend

        return folded_backend(import_backend(engine), params)
    backend = DatabaseSearchBackend(params)
    compilers = _compilers()
    if compilers is None:
        return backend
    from .index import spelled_index

    backend.query_compiler_class, backend.autocomplete_query_compiler_class = compilers
    backend.index_class = spelled_index(backend.index_class)
    return backend


def _compilers() -> tuple[type, type] | None:
    # Each of these modules imports what only its own database has.
    if connection.vendor == "postgresql":
        from .postgres import AutocompleteCompiler, SearchCompiler
    elif connection.vendor == "mysql":
        from .mysql import AutocompleteCompiler, SearchCompiler
    elif connection.vendor == "sqlite":
        from modelsearch.backends.database.sqlite.utils import fts5_available

        if not fts5_available():
            return None
        from .sqlite import AutocompleteCompiler, SearchCompiler
    else:
        return None
    return SearchCompiler, AutocompleteCompiler
