"""Statements that PostgreSQL keeps the plans of.

Planning a read of one document takes longer than running it. A function in
PL/pgSQL is planned once for each connection, whatever the site has set about
prepared statements, and behind a connection pooler too. ``migrate`` writes one
function for each statement named here, under a name that has a digest of the
statement: code of another release never meets the wrong one. Where a function
is missing the statement itself is run.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from django.db import DatabaseError, connection, connections, transaction

PREFIX = "gulf_summit_read_"
TYPES = {
    "host": "text", "port": "integer", "now": "timestamptz", "schema": "text", "micros": "bigint",
    "kind": "text", "id": "bigint", "known": "text", "digest": "text", "lang": "text",
    "name0": "text", "value0": "bigint", "after_sort": "bigint", "after_id": "bigint", "most": "integer",
}  # fmt: skip
_PARAMETER = re.compile(r"%\((\w+)\)s")


def run(statement: str, values: Mapping[str, Any]) -> list[Any]:
    """The rows of ``statement``, with ``values`` for its ``%(name)s``. One query."""
    if connection.vendor == "postgresql" and _name(statement) in _installed(connection.alias):
        statement = _call(statement)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def install(alias: str, statements: Mapping[str, str]) -> None:
    """Write the functions that are missing; ``statements`` are ``{statement: types of its columns}``.

    A role that may not write functions goes without.
    """
    _installed.cache_clear()
    for statement, columns in statements.items():
        if _name(statement) in _installed(alias):
            continue
        try:
            with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
                cursor.execute(_definition(statement, columns))
        except DatabaseError:
            break
    _installed.cache_clear()


@cache
def _installed(alias: str) -> frozenset[str]:
    """The functions that the database has; asked once in a process."""
    connections[alias].ensure_connection()
    with connections[alias].connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE starts_with(proname, %s) AND pg_function_is_visible(oid)", [PREFIX]
        )
        return frozenset(name for (name,) in cursor.fetchall())


@lru_cache(maxsize=256)
def _name(statement: str) -> str:
    return PREFIX + blake2b(statement.encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=256)
def _call(statement: str) -> str:
    arguments = ", ".join(f"%({name})s::{TYPES[name]}" for name in _parameters(statement))
    return f"SELECT * FROM {_name(statement)}({arguments})"


def _parameters(statement: str) -> list[str]:
    return list(dict.fromkeys(_PARAMETER.findall(statement)))


def _definition(statement: str, columns: str) -> str:
    arguments = ", ".join(f"p_{name} {TYPES[name]}" for name in _parameters(statement))
    body = _PARAMETER.sub(r"p_\1", statement)
    return (
        f"CREATE OR REPLACE FUNCTION {_name(statement)}({arguments}) RETURNS TABLE({columns}) LANGUAGE plpgsql STABLE"
        f" AS $function$ #variable_conflict use_column\nBEGIN RETURN QUERY {body}; END $function$"
    )
