"""Lists of documents: keyset pages over ``(sort, object_id)``, joined from stored texts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import connection
from django.utils import timezone

from ..kinds import Built, Kind
from .clock import now_micros
from .visible import IS_FRESH, KEYS, Place, fresh_parameters, visible_from, visible_parameters
from .write import digest, refresh_quietly

Form = Literal["document", "card"]


@dataclass(frozen=True)
class Asked:
    """What a list is asked for.

    ``keys`` are ``(name, ids)``: the document has a key of that name with one of
    the ids. ``ranges`` are ``(column, comparison, microseconds)`` over ``published``,
    ``starts``, ``ends`` and ``sort``. The newest come first, or the ``earliest``.
    ``after`` is the place of the last item before. Without ``texts`` only tags are read.
    """

    kind: Kind
    limit: int
    form: Form = "document"
    lang: str | None = None
    keys: Sequence[tuple[str, Sequence[int]]] = ()
    ranges: Sequence[tuple[str, str, int]] = ()
    earliest: bool = False
    after: tuple[int, int] | None = None
    texts: bool = True
    with_count: bool = False


@dataclass(frozen=True)
class Listed:
    """One page of a list. ``texts`` are JSON; ``last`` is the place of the last item if more follow."""

    texts: list[str]
    etags: list[str]
    modified: int
    last: tuple[int, int] | None
    count: int | None = None
    ids: list[int] = field(default_factory=list)


COMPARISONS = {"gte": ">=", "gt": ">", "lte": "<=", "lt": "<"}


def list_documents(asked: Asked, place: Place) -> Listed:
    """What ``asked`` asks for, as far as the public may see it on the site of ``place``.

    One query; one more for each of what was out of date, and one for the count if it is asked for.
    """
    rows = _rows(asked, place)
    out_of_date = [row[0] for row in rows if not row[-1]]
    if out_of_date:
        built = {object_id: refresh_quietly(asked.kind.name, object_id) for object_id in out_of_date}
        rows = [current for row in _rows(asked, place) if (current := _current(row, built, asked))]
    page = rows[: asked.limit]
    more = len(rows) > asked.limit
    return Listed(
        texts=[row[4] for row in page],
        etags=[row[2] for row in page],
        modified=max((row[3] for row in page), default=0),
        last=(page[-1][1], page[-1][0]) if more and page else None,
        count=_count(asked, place) if asked.with_count else None,
        ids=[row[0] for row in page],
    )


def _current(row: Any, built: dict[int, Built | None], asked: Asked) -> Any:
    """The row as it may be served: what was just computed if it was not kept, nothing if that failed."""
    if row[-1]:
        return row
    fresh = built.get(row[0])
    if fresh is None:
        return None
    text = fresh.text() if asked.form == "document" else fresh.card_text()
    return (*row[:2], digest(text), now_micros(), text, True)


def _rows(asked: Asked, place: Place) -> list[Any]:
    now = timezone.now()
    etag = "d.etag" if asked.form == "document" else "d.card_etag"
    text = f"d.{asked.form}" if asked.texts else "''"
    where, values = _conditions(asked, place, now)
    order = _ordering_table(asked)
    direction, beyond = ("ASC", ">") if asked.earliest else ("DESC", "<")
    after = ""
    if asked.after is not None:
        after = f" AND ({order}.sort, {order}.object_id) {beyond} (%s, %s)"
        values = [*values, *asked.after]
    statement = (
        f"SELECT d.object_id, d.sort, {etag}, d.modified, {text}, {IS_FRESH} {where}{after}"
        f" ORDER BY {order}.sort {direction}, {order}.object_id {direction} LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*fresh_parameters(now), *values, asked.limit + 1])
        return list(cursor.fetchall())


def _count(asked: Asked, place: Place) -> int:
    where, values = _conditions(asked, place, timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) {where}", values)
        return int(cursor.fetchone()[0])


def _ordering_table(asked: Asked) -> str:
    """A key repeats what a list sorts by, so that its own index gives the list in order."""
    return "k0" if any(len(ids) == 1 for _name, ids in asked.keys) else "d"


def _conditions(asked: Asked, place: Place, now: Any) -> tuple[str, list[Any]]:
    table = asked.kind.model._meta.db_table
    source, _where, visible = visible_from(table).partition(" WHERE ")
    joined: list[Any] = []
    conditions = [visible, "d.kind = %s"]
    values: list[Any] = [*visible_parameters(table, place, now), asked.kind.name]
    alternatives = []
    for name, ids in asked.keys:
        if len(ids) == 1:
            alias = f"k{len(joined) // 3}"
            source += (
                f" JOIN {KEYS} {alias} ON {alias}.document_id = d.id"
                f" AND {alias}.name = %s AND {alias}.value = %s AND {alias}.kind = %s"
            )
            joined += [name, ids[0], asked.kind.name]
        else:
            alternatives.append((name, ids))
    for name, ids in alternatives:
        one_of = ", ".join(["%s"] * len(ids)) or "NULL"
        conditions.append(
            f"EXISTS (SELECT 1 FROM {KEYS} k WHERE k.document_id = d.id AND k.name = %s AND k.value IN ({one_of}))"
        )
        values += [name, *ids]
    if asked.lang is not None:
        conditions.append("d.lang = %s")
        values.append(asked.lang)
    for column, comparison, moment in asked.ranges:
        alias = _ordering_table(asked) if column == "sort" else "d"
        conditions.append(f"{alias}.{column} {COMPARISONS[comparison]} %s")
        values.append(moment)
    return f"{source} WHERE " + " AND ".join(conditions), [*joined, *values]
