"""The pages that a search finds and the public may see, by PostgreSQL's index of texts.

Wagtail's own statement ranks every match, and so reads the whole text of each:
for a word that most articles hold, the whole index. Here fifty at a time are
ranked, as many as are asked for: those with the words in their title first,
then the newest.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models.sql import Query
from django.utils import timezone
from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend
from modelsearch.query import Not, PlainText

from wagtail_gulf_summit.arabic.search.plan import table_name
from wagtail_gulf_summit.statements.public import IS_OPEN, PAGES, SITE_ROOT

from ..builders.pages import Page
from ..models import StoredDocument
from .visible import DOCUMENTS, Place, parameters

#: Matches that are put in order by their ranks; the next as many come after all of them.
BATCH = 50

# Adding 0 keeps the index of content types out of the plan. Whether a page is open is a subselect, and not a join, so
# that it is asked of one page after the other, as the sort within gives them, until there are enough.
_MATCHING = """
    SELECT id, page_id, (ROW_NUMBER() OVER (ORDER BY number) - 1) / {batch} AS batch
    FROM (
        SELECT id, page_id, number
        FROM (
            SELECT e.id, d.page_id, ROW_NUMBER() OVER (ORDER BY {order}) AS number
            FROM {documents} d JOIN {entries} e ON d.page_id = e.object_id::bigint
            WHERE d.root_id = ({site_root}) AND (%(lang)s::text IS NULL OR d.lang = %(lang)s)
                AND e.content_type_id + 0 = ANY(%(types)s) AND (e.title || e.body) @@ {query}
            ORDER BY number
        ) AS matches
        WHERE (SELECT {is_open} FROM {pages} o WHERE o.id = page_id)
        LIMIT %(most)s
    ) AS readable
"""
_ORDER = "e.title @@ (SELECT query FROM asked) DESC, d.sort DESC, d.page_id DESC"
_RANKED = """
    WITH asked AS MATERIALIZED (SELECT {query} AS query), matching AS MATERIALIZED ({matching})
    SELECT m.batch, ts_rank(%(weights)s::real[], e.title, query) * e.title_norm
        + ts_rank(%(weights)s::real[], e.body, query) AS score, m.page_id
    FROM asked, matching m JOIN {entries} e ON e.id = m.id ORDER BY m.batch, score DESC, m.page_id DESC
"""
# The planner takes reading a long text for no dearer than reading a row, and would read them all.
_BY_INDEX = "SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)"


def best_matches(
    backend: PostgresSearchBackend, words: str, types: Sequence[int], lang: str | None, place: Place, most: int
) -> list[tuple[int, float, int]]:
    """``(batch, score, page id)``, the best first, of pages that have all ``words`` and are of these content types.

    ``most`` at least, if there are so many.
    """
    compiler = backend.query_compiler_class(Page.objects.all(), PlainText(words, operator="and"))
    if isinstance(compiler.query, Not):  # there was no word in it
        return []
    query, values = _query(compiler.build_tsquery(compiler.query, config=compiler.get_config(backend)))
    names = {"entries": table_name(), "documents": DOCUMENTS, "pages": PAGES, "query": query}
    names |= {"site_root": SITE_ROOT, "is_open": IS_OPEN, "order": _ORDER, "batch": str(BATCH)}
    values |= parameters(place, timezone.now())
    whole_batches = -(-most // BATCH) * BATCH
    values |= {"weights": compiler.sql_weights, "types": list(types), "lang": lang, "most": whole_batches}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BY_INDEX)
        cursor.execute(_RANKED.format(matching=_MATCHING.format(**names), **names), values)
        found = list(cursor.fetchall())
        transaction.set_rollback(True)  # the settings are as before, inside another transaction too
    return found


def _query(expression: Any) -> tuple[str, dict[str, Any]]:
    """What is searched for, as SQL with named values."""
    of = Query(StoredDocument)
    sql, values = of.get_compiler(connection=connection).compile(expression.resolve_expression(of))
    named = {f"term{number}": value for number, value in enumerate(values)}
    return sql % tuple(f"%({name})s" for name in named), named
