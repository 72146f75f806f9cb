"""One query to PostgreSQL by its own library.

The cursors of Django and psycopg take as long over a query with eight values as
PostgreSQL takes to answer it. ``psycopg.pq`` is that library as psycopg gives it.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections


def ask(query: bytes, values: Sequence[Any], undecoded: bool) -> list[Any] | None:
    """The rows of ``query``, whose ``$1``, ``$2`` … are ``values``; texts are UTF-8 if ``undecoded``.

    ``None`` where Django has more to do than to ask, such as to log queries, and
    where it failed: ask again by Django's cursor, which tells why.
    """
    result = _result(query, values)
    return None if result is None else _rows(connections[DEFAULT_DB_ALIAS].connection, result, undecoded)


def ask_for_value(query: bytes, values: Sequence[Any]) -> list[bytes | None] | None:
    """The one value of each row of ``query``, as PostgreSQL writes it; ``None`` as for ``ask``."""
    result = _result(query, values)
    return None if result is None else [result.get_value(row, 0) for row in range(result.ntuples)]


def _result(query: bytes, values: Sequence[Any]) -> Any:
    """What the database answers; ``None`` where it was not asked, and where it failed."""
    from psycopg.pq import ExecStatus

    database = connections[DEFAULT_DB_ALIAS]
    if database.queries_logged or database.execute_wrappers or database.in_atomic_block:
        return None
    given = [None if value is None else str(value).encode() for value in values]
    if any(value is not None and b"\0" in value for value in given):
        return None
    database.close_if_health_check_failed()
    database.ensure_connection()
    kept = database.connection
    pgconn = getattr(kept, "pgconn", None)  # psycopg2 has none
    if pgconn is None or not kept.autocommit or pgconn.transaction_status:
        return None
    with kept.lock:
        # None is Django's default: behind some poolers a statement that is kept is another's next time.
        keeps = kept.prepare_threshold is not None
        result = _run_kept(kept, query, given) if keeps else pgconn.exec_params(query, given)
    return result if result.status == ExecStatus.TUPLES_OK else None


_PREPARED: WeakKeyDictionary[Any, set[bytes]] = WeakKeyDictionary()


def _run_kept(kept: Any, query: bytes, given: list[bytes | None]) -> Any:
    """The result of a statement that the connection keeps."""
    from psycopg.pq import ExecStatus

    names, name = _PREPARED.setdefault(kept, set()), _name(query)
    if name not in names:
        kept.pgconn.prepare(name, query)
        names.add(name)
    result = kept.pgconn.exec_prepared(name, given)
    if result.status != ExecStatus.TUPLES_OK:
        names.discard(name)  # somebody may have told the connection to forget
    return result


@lru_cache(maxsize=256)
def _name(query: bytes) -> bytes:
    return b"gulf_summit_" + blake2b(query, digest_size=8).hexdigest().encode()


def _rows(kept: Any, result: Any, undecoded: bool) -> list[Any]:
    from psycopg.adapt import Transformer

    transformer = Transformer(_Context(_adapters(kept)[undecoded], kept))
    transformer.set_pgresult(result)
    rows: list[Any] = transformer.load_rows(0, result.ntuples, tuple)
    return rows


class _Context(NamedTuple):
    """What psycopg asks for how to read values."""

    adapters: Any
    connection: Any


_ADAPTERS: WeakKeyDictionary[Any, tuple[Any, Any]] = WeakKeyDictionary()


def _adapters(kept: Any) -> tuple[Any, Any]:
    """How the connection reads values, and how it does where texts are left as they came."""
    if kept not in _ADAPTERS:
        import psycopg
        from psycopg.adapt import AdaptersMap, Loader
        from psycopg.pq import Format

        class Undecoded(Loader):
            def load(self, data: Any) -> bytes:
                return bytes(data)

        plain = AdaptersMap(kept.adapters)
        # Django's own is ten times slower; it gives the same moments.
        if times := psycopg.adapters.get_loader(psycopg.adapters.types["timestamptz"].oid, Format.TEXT):
            plain.register_loader("timestamptz", times)
        texts_as_they_came = AdaptersMap(plain)
        texts_as_they_came.register_loader("text", Undecoded)
        _ADAPTERS[kept] = plain, texts_as_they_came
    return _ADAPTERS[kept]
