"""What a fixture puts into the database: computed once in a process, then written row by row.

Publishing four pages takes six hundred queries; to write the rows that they leave takes a dozen.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from wagtail.models import Site

Rows = dict[str, list[tuple[Any, ...]]]
#: What the rows name by id: where these are others, nothing that was remembered fits.
GROUND = (
    "wagtailcore_page", "wagtailcore_locale", "wagtailcore_site", "wagtailcore_collection", "django_content_type"
)  # fmt: skip


@dataclass
class Kept:
    ground: Rows
    gone: Rows
    new: Rows
    result: Any


_kept: dict[str, Kept] = {}


def is_transactional(item: pytest.Item) -> bool:
    """Whether the test commits what it writes; afterwards every table is emptied."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or bool(
        {"live_server", "transactional_db"} & set(item.fixturenames)
    )


def remembered(build: Callable[[], Any], item: pytest.Item) -> Any:
    """What ``build`` gives, and in the database the rows it writes; a test that commits has it built anew."""
    if is_transactional(item):
        return build()
    name = f"{build.__module__}.{build.__qualname__}"
    ground = _rows(GROUND)
    if name not in _kept or _kept[name].ground != ground:
        _kept[name] = _learn(build, ground)
    kept = _kept[name]
    with connection.cursor() as cursor:
        for table, rows in kept.gone.items():
            key = connection.introspection.get_primary_key_column(cursor, table)
            place = _columns(table).index(key)
            cursor.executemany(f'DELETE FROM "{table}" WHERE "{key}" = %s', [(row[place],) for row in rows])
        for table, rows in kept.new.items():
            columns = ", ".join(f'"{name}"' for name in _columns(table))
            values = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', rows)
    Site.clear_site_root_paths_cache()
    return copy.deepcopy(kept.result)


def _learn(build: Callable[[], Any], ground: Rows) -> Kept:
    tables = _tables()
    before = _rows(tables)
    with transaction.atomic():
        result = build()
        after = _rows(tables)
        transaction.set_rollback(True)
    gone = {table: [row for row in before[table] if row not in after[table]] for table in tables}
    new = {table: [row for row in after[table] if row not in before[table]] for table in tables}
    return Kept(ground, _filled(gone), _filled(new), result)


def _filled(rows: Rows) -> Rows:
    return {table: found for table, found in rows.items() if found}


def _tables() -> list[str]:
    """All but those of SQLite's text index, which follows its table by itself."""
    return [table for table in connection.introspection.table_names() if "_fts" not in table]


def _rows(tables: Any) -> Rows:
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
            found[table] = cursor.fetchall()
        return found


_column_names: dict[str, list[str]] = {}


def _columns(table: str) -> list[str]:
    if table not in _column_names:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
            _column_names[table] = [column[0] for column in cursor.description]
    return _column_names[table]
