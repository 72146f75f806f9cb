"""One query to PostgreSQL by its own library.

The cursors of Django and psycopg take as long over a query with eight values as
PostgreSQL takes to answer it. ``psycopg.pq`` is that library as psycopg gives it.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections

#: Asked so often on one connection, a statement is kept there. Connections that serve one request never come so far.
KEPT_AFTER = 3
_NO_SUCH_STATEMENT = b"26000"


def ask(query: bytes, values: Sequence[Any], undecoded: bool) -> list[Any] | None:
    """The rows of ``query``, whose ``$1``, ``$2`` … are ``values``; texts are UTF-8 if ``undecoded``.

    ``None`` where Django has more to do than to ask, such as to log queries, and
    where it failed: ask again by Django's cursor, which tells why.
    """
    result = _result(query, query, values)
    return None if result is None else _rows(connections[DEFAULT_DB_ALIAS].connection, result, undecoded)


def ask_for_value(query: bytes, kept: bytes, values: Sequence[Any]) -> list[bytes | None] | None:
    """The one value of each row of ``query``, as PostgreSQL writes it; ``None`` as for ``ask``.

    ``kept`` is the same question in the words that cost least when a connection keeps them.
    """
    result = _result(query, kept, values)
    return None if result is None else [result.get_value(row, 0) for row in range(result.ntuples)]


def _result(query: bytes, kept: bytes, values: Sequence[Any]) -> Any:
    """What the database answers; ``None`` where it was not asked, and where it failed."""
    from psycopg.pq import ExecStatus

    database = connections[DEFAULT_DB_ALIAS]
    if database.queries_logged or database.execute_wrappers or database.in_atomic_block:
        return None
    given = [None if value is None else str(value).encode() for value in values]
    if b"\0" in b"".join(filter(None, given)):
        return None
    database.close_if_health_check_failed()
    if database.connection is None:
        database.ensure_connection()
    opened = database.connection
    pgconn = getattr(opened, "pgconn", None)  # psycopg2 has none
    if pgconn is None or not opened.autocommit or pgconn.transaction_status:
        return None
    with opened.lock:
        result = _run_kept(opened, kept, given) or pgconn.exec_params(query, given)
    return result if result.status == ExecStatus.TUPLES_OK else None


_USES: WeakKeyDictionary[Any, Counter[bytes]] = WeakKeyDictionary()
_FORGETS = b""


def _run_kept(opened: Any, kept: bytes, given: list[bytes | None]) -> Any:
    """The result of a statement that the connection keeps; ``None`` where it does not.

    Behind a pooler the next request may meet another connection. Whoever kept a
    statement there, under a name that is the digest of its text it is the same;
    and where there is none, nothing is kept from then on.
    """
    from psycopg.pq import DiagnosticField, ExecStatus

    uses, name = _USES.get(opened), _name(kept)
    if uses is None:
        uses = _USES[opened] = Counter()
    if _FORGETS in uses:
        return None
    uses[name] += 1
    if uses[name] < KEPT_AFTER:
        return None
    if uses[name] == KEPT_AFTER:
        opened.pgconn.prepare(name, kept)
    result = opened.pgconn.exec_prepared(name, given)
    if result.status != ExecStatus.TUPLES_OK and result.error_field(DiagnosticField.SQLSTATE) == _NO_SUCH_STATEMENT:
        uses[_FORGETS] = 1
        return None
    return result


@lru_cache(maxsize=256)
def _name(query: bytes) -> bytes:
    return b"gulf_summit_" + blake2b(query, digest_size=8).hexdigest().encode()


def _rows(opened: Any, result: Any, undecoded: bool) -> list[Any]:
    from psycopg.adapt import Transformer

    transformer = Transformer(_Context(_adapters(opened)[undecoded], opened))
    transformer.set_pgresult(result)
    rows: list[Any] = transformer.load_rows(0, result.ntuples, tuple)
    return rows


class _Context(NamedTuple):
    """What psycopg asks for how to read values."""

    adapters: Any
    connection: Any


_ADAPTERS: WeakKeyDictionary[Any, tuple[Any, Any]] = WeakKeyDictionary()


def _adapters(opened: Any) -> tuple[Any, Any]:
    """How the connection reads values, and how it does where texts are left as they came."""
    if opened not in _ADAPTERS:
        import psycopg
        from psycopg.adapt import AdaptersMap, Loader
        from psycopg.pq import Format

        class Undecoded(Loader):
            def load(self, data: Any) -> bytes:
                return bytes(data)

        plain = AdaptersMap(opened.adapters)
        # Django's own is ten times slower; it gives the same moments.
        if times := psycopg.adapters.get_loader(psycopg.adapters.types["timestamptz"].oid, Format.TEXT):
            plain.register_loader("timestamptz", times)
        texts_as_they_came = AdaptersMap(plain)
        texts_as_they_came.register_loader("text", Undecoded)
        _ADAPTERS[opened] = plain, texts_as_they_came
    return _ADAPTERS[opened]
