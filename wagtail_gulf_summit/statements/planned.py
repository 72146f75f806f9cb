"""Statements that PostgreSQL keeps the plans of.

Planning a read of one document takes longer than running it. A function in
PL/pgSQL is planned once for each connection, behind a connection pooler too; a
connection that asks again and again keeps the statement itself, which costs
less still. ``migrate`` writes one function for each statement named here, under
a name that has a digest of the statement: code of another release never meets
the wrong one. Where a function is missing the statement itself is run.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, transaction

from .direct import ask, ask_for_value

PREFIX = "gulf_summit_read_"
#: The form of a function that gives one row as one text: a row of columns takes PostgreSQL and us half as long again.
ONE = "one_"
_SELECT = {"": "SELECT * FROM", ONE: "SELECT"}
_READERS: dict[str, Callable[[bytes], Any]] = {"bigint": int, "varchar": bytes.decode, "boolean": b"t".__eq__}
TYPES = {
    "host": "text", "port": "integer", "now": "timestamptz", "schema": "text", "micros": "bigint",
    "kind": "text", "id": "bigint", "known": "text", "digest": "text", "lang": "text",
    "page": "bigint", "after_time": "timestamptz",
    "name0": "text", "value0": "bigint", "after_sort": "bigint", "after_id": "bigint", "most": "integer",
}  # fmt: skip
_PARAMETER = re.compile(r"%\((\w+)\)s")


def run(statement: str, values: Mapping[str, Any], text_at: int | None = None) -> list[Any]:
    """The rows of ``statement``, with ``values`` for its ``%(name)s``. One query.

    What the column at ``text_at`` holds comes as UTF-8: decoding a list of
    documents, and encoding it again, costs more than all else that is done with it.
    """
    if connection.vendor == "postgresql" and _name(statement) in _installed(connection.alias):
        query, names = _direct_call(statement)
        found = ask(query, [values[name] for name in names], undecoded=text_at is not None)
        if found is not None:
            return found
        statement = _call(statement)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    return list(rows) if text_at is None else [_encoded(row, text_at) for row in rows]


def run_for_one(statement: str, values: Mapping[str, Any], columns: str) -> tuple[Any, ...] | None:
    """The first row of ``statement``, whose last column is a text and comes as UTF-8. One query.

    ``columns`` are its columns as for ``install``. None but the last may be
    ``NULL`` or hold a space.
    """
    database, known = connections[DEFAULT_DB_ALIAS], _for_one(statement, columns)
    if database.vendor != "postgresql" or known.function not in _installed(database.alias):
        rows = run(statement, values, columns.count(","))
        return rows[0] if rows else None
    found = ask_for_value(known.call, known.kept, [values[name] for name in known.names])
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute(_call(statement, ONE), values)
            found = [value if value is None else value.encode() for (value,) in cursor.fetchall()]
    # Where there is no row the function gives nothing as its one value, and the statement itself no value.
    return _unpacked(found[0], columns) if found and found[0] is not None else None


class _ForOne(NamedTuple):
    """A statement as ``run_for_one`` asks it: the call of its function, or in words that a connection keeps."""

    function: str
    call: bytes
    kept: bytes
    names: tuple[str, ...]


@lru_cache(maxsize=64)
def _for_one(statement: str, columns: str) -> _ForOne:
    call, names = _direct_call(statement, ONE)
    return _ForOne(_name(statement, ONE), call, _direct(statement, columns), names)


def _unpacked(value: bytes, columns: str) -> tuple[Any, ...]:
    """The row that a function of ``ONE`` gives: all but the text in a line, and then the text if there is one."""
    line, has_text, text = value.partition(b"\n")
    short = [read(one) for read, one in zip(_readers(columns), line.split(b" "), strict=True)]
    return (*short, text if has_text else None)


@lru_cache(maxsize=16)
def _readers(columns: str) -> list[Callable[[bytes], Any]]:
    """How to read all but the last column."""
    return [_READERS[column.split()[1]] for column in columns.split(",")[:-1]]


def _encoded(row: Any, text_at: int) -> tuple[Any, ...]:
    text = row[text_at]
    return (*row[:text_at], text if text is None else text.encode(), *row[text_at + 1 :])


def install(alias: str, statements: Mapping[str, str], form: str = "") -> None:
    """Write the functions that are missing; ``statements`` are ``{statement: its columns with their types}``.

    Those that ``run_for_one`` runs are of the form ``ONE``. A role that may not
    write functions goes without.
    """
    _installed.cache_clear()
    for statement, columns in statements.items():
        if _name(statement, form) in _installed(alias):
            continue
        try:
            with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
                cursor.execute(_definition(statement, columns, form))
        except DatabaseError:
            break
    _installed.cache_clear()


@cache
def _installed(alias: str) -> frozenset[str]:
    """The functions that the database has; asked once in a process."""
    connections[alias].ensure_connection()
    with connections[alias].wrap_database_errors, connections[alias].connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE starts_with(proname, %s) AND pg_function_is_visible(oid)", [PREFIX]
        )
        return frozenset(name for (name,) in cursor.fetchall())


@lru_cache(maxsize=256)
def _name(statement: str, form: str = "") -> str:
    return f"{PREFIX}{form}{blake2b(statement.encode(), digest_size=8).hexdigest()}"


@lru_cache(maxsize=256)
def _call(statement: str, form: str = "") -> str:
    arguments = ", ".join(f"%({name})s::{TYPES[name]}" for name in _parameters(statement))
    return f"{_SELECT[form]} {_name(statement, form)}({arguments})"


@lru_cache(maxsize=256)
def _direct_call(statement: str, form: str = "") -> tuple[bytes, tuple[str, ...]]:
    names = _parameters(statement)
    arguments = ", ".join(f"${number}" for number in range(1, len(names) + 1))
    return f"{_SELECT[form]} {_name(statement, form)}({arguments})".encode(), tuple(names)


def _direct(statement: str, columns: str) -> bytes:
    """The statement itself, as a function of ``ONE`` has it: a connection that keeps its plan can do without one."""
    places = {name: f"${number}::{TYPES[name]}" for number, name in enumerate(_parameters(statement), 1)}
    return _as_one_text(_PARAMETER.sub(lambda match: places[match[1]], statement), columns).encode()


def _parameters(statement: str) -> list[str]:
    return list(dict.fromkeys(_PARAMETER.findall(statement)))


def _definition(statement: str, columns: str, form: str) -> str:
    arguments = ", ".join(f"p_{name} {TYPES[name]}" for name in _parameters(statement))
    query = _PARAMETER.sub(r"p_\1", statement)
    returns, body = f"TABLE({columns})", f"RETURN QUERY {query}"
    if form == ONE:
        returns, body = "text", f"RETURN ({_as_one_text(query, columns)})"
    # Left to itself PostgreSQL plans a list anew each time, for it thinks that a limit it does not know is a high one.
    return (
        f"CREATE OR REPLACE FUNCTION {_name(statement, form)}({arguments}) RETURNS {returns} LANGUAGE plpgsql STABLE"
        " SET plan_cache_mode = force_generic_plan"
        f" AS $function$ #variable_conflict use_column\nBEGIN {body}; END $function$"
    )


def _as_one_text(query: str, columns: str) -> str:
    *short, text = (column.split()[0] for column in columns.split(","))
    packed = f"concat_ws(' ', {', '.join(short)}) || COALESCE(E'\\n' || {text}, '')"
    return f"SELECT {packed} FROM ({query}) AS t({', '.join(short)}, {text}) LIMIT 1"
