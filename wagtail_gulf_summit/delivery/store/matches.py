"""The pages that a search finds and the public may see, by PostgreSQL's index of texts.

Wagtail's own statement ranks every match, and so reads the whole text of each:
for a word that most articles hold, the whole index. Here thirty at a time are
ranked, as many as are asked for: those with the words in their title first,
then the newest. Where most pages match, even to list the matches takes longer
than to look through the newest pages until there are enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models.sql import Query
from django.utils import timezone
from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend
from modelsearch.query import Not, PlainText

from wagtail_gulf_summit.arabic.search.plan import table_name
from wagtail_gulf_summit.statements.public import IS_OPEN, PAGES

from ..builders.pages import Page
from ..models import StoredDocument
from .visible import DOCUMENTS, Place, parameters, root_of_site

#: Matches that are put in order by their ranks; the next as many come after all of them.
BATCH = 30
#: So many matches the index gives in the time in which one page's text, or its title, is read.
MATCHES_A_TEXT, MATCHES_A_TITLE = 10, 4

# Adding 0 keeps the index of content types out of the plan. Whether a page is open is a subselect, and not a join, so
# that it is asked of one page after the other, as the sort within gives them, until there are enough.
_BY_INDEX = """
    (SELECT id, page_id, in_title, sort
    FROM (
        SELECT e.id, d.page_id, e.title @@ (SELECT query FROM asked) AS in_title, d.sort
        FROM {documents} d JOIN {entries} e ON d.page_id = e.object_id::bigint
        WHERE {of_site} AND e.content_type_id + 0 = ANY(%(types)s) AND {condition}
        ORDER BY {order} OFFSET 0
    ) AS matches
    WHERE (SELECT {is_open} FROM {pages} o WHERE o.id = page_id)
    ORDER BY {order} LIMIT %(most)s)
"""
_LOOKED_THROUGH = """
    (SELECT e.id, d.page_id, e.in_title, d.sort
    FROM (SELECT * FROM ({newest}) AS n ORDER BY sort DESC, page_id DESC LIMIT {limit}) AS d,
        LATERAL (
            SELECT e.id, e.title @@ (SELECT query FROM asked) AS in_title
            FROM {entries} e
            WHERE e.content_type_id = ANY(%(types)s) AND e.object_id = d.page_id::text AND {condition} OFFSET 0
        ) AS e
    WHERE (SELECT {is_open} FROM {pages} o WHERE o.id = d.page_id)
    ORDER BY d.sort DESC, d.page_id DESC LIMIT %(most)s)
"""
# Each kind by the index that has its documents in their order.
_NEWEST = """
    (SELECT d.page_id, d.sort FROM {documents} d WHERE d.kind = %(kind{number})s AND {of_site}
    ORDER BY d.sort DESC, d.object_id DESC LIMIT {limit})
"""
_ORDER = "in_title DESC, sort DESC, page_id DESC"
_ANYWHERE = "(e.title || e.body) @@ {query}"
_IN_TITLE = "e.title @@ {query}"
_IN_BODY_ALONE = f"{_ANYWHERE} AND NOT {_IN_TITLE}"
_OF_SITE = "d.root_id = ({site_root}) AND (%(lang)s::text IS NULL OR d.lang = %(lang)s)"
_RANKED = """
    WITH asked AS MATERIALIZED (SELECT {query} AS query), matching AS MATERIALIZED (
        SELECT id, page_id, (ROW_NUMBER() OVER (ORDER BY {order}) - 1) / {batch} AS batch FROM ({matching}) AS m
    )
    SELECT m.batch, ts_rank(%(weights)s::real[], e.title, query) * e.title_norm
        + ts_rank(%(weights)s::real[], e.body, query) AS score, m.page_id
    FROM asked, matching m JOIN {entries} e ON e.id = m.id ORDER BY m.batch, score DESC, m.page_id DESC
"""
_ESTIMATED = """
    EXPLAIN (FORMAT JSON)
    SELECT 1 FROM {entries} e WHERE {anywhere}
    UNION ALL SELECT 1 FROM {entries} e WHERE {in_title}
    UNION ALL SELECT 1 FROM {entries}
"""
# The planner takes reading a long text for no dearer than reading a row, and would read them all; and it would put all
# documents in order where an index has them so.
_SETTINGS = (
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true),"
    " set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)"
)


def best_matches(
    backend: PostgresSearchBackend,
    words: str,
    kinds: Mapping[str, Sequence[int]],
    lang: str | None,
    place: Place,
    most: int,
) -> list[tuple[int, float, int]]:
    """``(batch, score, page id)``, the best first, of pages that have all ``words``.

    ``most`` at least, if there are so many. ``kinds`` are those to search, with
    the ids of their content types.
    """
    compiler = backend.query_compiler_class(Page.objects.all(), PlainText(words, operator="and"))
    if isinstance(compiler.query, Not):  # there was no word in it
        return []
    query, values = _query(compiler.build_tsquery(compiler.query, config=compiler.get_config(backend)))
    most = -(-most // BATCH) * BATCH
    values |= {**parameters(place, timezone.now()), "weights": compiler.sql_weights, "lang": lang, "most": most}
    values |= {"types": [pk for pks in kinds.values() for pk in pks]}
    values |= {f"kind{number}": kind for number, kind in enumerate(kinds)}
    names = {"entries": table_name(), "documents": DOCUMENTS, "pages": PAGES, "query": query, "is_open": IS_OPEN}
    names |= {"order": _ORDER, "batch": str(BATCH), "of_site": _OF_SITE.format(site_root=root_of_site())}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SETTINGS)
        found = []
        for matching in _ways(cursor, names, values, len(kinds)):
            cursor.execute(_RANKED.format(matching=matching, **names), values)
            found = list(cursor.fetchall())
            if len(found) >= most:
                break
        transaction.set_rollback(True)  # the settings are as before, inside another transaction too
    return found


def _ways(cursor: Any, names: Mapping[str, str], values: Mapping[str, Any], kinds: int) -> Iterator[str]:
    """The statements that find ``most`` matches: what is expected to be quickest, then what finds all there are."""
    most = values["most"]
    in_text, in_title, all_entries = _estimated(cursor, names, values)
    # How many of the newest pages have to be looked through, if matches are evenly spread.
    for_texts, for_titles = (int(most * all_entries / max(matching, 1)) for matching in (in_text, in_title))
    by_index = _BY_INDEX.format(condition=_ANYWHERE.format(**names), **names)
    if for_texts * MATCHES_A_TEXT < in_text:
        condition = _IN_TITLE.format(**names)
        titles = (
            _looked_through(condition, "NULL", kinds, names)
            if for_titles * MATCHES_A_TITLE < in_title
            else _BY_INDEX.format(condition=condition, **names)
        )
        texts = _looked_through(_IN_BODY_ALONE.format(**names), str(2 * for_texts), kinds, names)
        yield f"SELECT * FROM {titles} AS titles UNION ALL SELECT * FROM {texts} AS texts LIMIT %(most)s"
    yield by_index


def _looked_through(condition: str, limit: str, kinds: int, names: Mapping[str, str]) -> str:
    newest = " UNION ALL ".join(_NEWEST.format(number=number, limit=limit, **names) for number in range(kinds))
    return _LOOKED_THROUGH.format(newest=newest, condition=condition, limit=limit, **names)


def _estimated(cursor: Any, names: Mapping[str, str], values: Mapping[str, Any]) -> list[int]:
    """How many texts hold the words, how many titles, and how many there are: as PostgreSQL expects it."""
    conditions = {"anywhere": _ANYWHERE.format(**names), "in_title": _IN_TITLE.format(**names)}
    cursor.execute(_ESTIMATED.format(**conditions, **names), values)
    [[[explained]]] = cursor.fetchall()
    return [plan["Plan Rows"] for plan in explained["Plan"]["Plans"]]


def _query(expression: Any) -> tuple[str, dict[str, Any]]:
    """What is searched for, as SQL with named values."""
    of = Query(StoredDocument)
    sql, values = of.get_compiler(connection=connection).compile(expression.resolve_expression(of))
    named = {f"term{number}": value for number, value in enumerate(values)}
    return sql % tuple(f"%({name})s" for name in named), named
