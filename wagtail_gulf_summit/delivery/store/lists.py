"""Lists of documents: keyset pages over ``(sort, object_id)``, joined from stored texts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Literal

from django.utils import timezone

from wagtail_gulf_summit.statements.planned import run

from ..kinds import ARTICLE, Built, Kind
from .clock import now_micros
from .named import is_shown, shows_itself
from .visible import IS_FRESH, KEYS, Place, parameters, visible_from
from .write import digest, refresh_quietly

Form = Literal["document", "card"]


@dataclass(frozen=True)
class Asked:
    """What a list is asked for.

    ``keys`` are ``(name, ids)``: the document shows that object, or has the number
    of a word. One that the public may not see gives nothing; of several the
    document names one, and all are such as it may see (``named.ids_of_slug``).
    ``ranges`` are ``(column, comparison, microseconds)`` over ``published``,
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
    """One page of a list. ``texts`` are JSON in UTF-8; ``last`` is the place of the last item if more follow."""

    texts: list[bytes]
    etags: list[str]
    modified: int
    last: tuple[int, int] | None
    count: int | None = None
    ids: list[int] = field(default_factory=list)


_TEXT = 4
#: What documents that have it are sorted by.
_SORTED_BY = {"article": "published", "summit": "starts"}
COMPARISONS = {"gte": ">=", "gt": ">", "lte": "<=", "lt": "<"}


def list_documents(asked: Asked, place: Place) -> Listed:
    """What ``asked`` asks for, as far as the public may see it on the site of ``place``.

    One query; one more for each of what was out of date, and one for the count if it is asked for.
    """
    rows = _rows(asked, place)
    built: dict[int, Built | None] = {}
    if out_of_date := [row[0] for row in rows if not row[-1]]:
        built = {object_id: refresh_quietly(asked.kind.name, object_id) for object_id in out_of_date}
        rows = _rows(asked, place)
    more = len(rows) > asked.limit
    place_of_last = (rows[asked.limit - 1][1], rows[asked.limit - 1][0]) if more else None
    page = [current for row in rows[: asked.limit] if (current := _current(row, built, asked))]
    return Listed(
        texts=[row[_TEXT] for row in page],
        etags=[row[2] for row in page],
        modified=max((row[3] for row in page), default=0),
        last=place_of_last,
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
    return (*row[:2], digest(text), now_micros(), text.encode(), True)


def statements() -> dict[str, str]:
    """The statements that most requests for pages run, with the types of their columns on PostgreSQL."""
    columns = "object_id bigint, sort bigint, etag varchar, modified bigint, body text, is_fresh boolean"
    forms: tuple[Form, ...] = ("document", "card")
    names = ("section", "topic", "person", "summit", "source", "city")
    keys = ((), *(((name, (0,)),) for name in names))
    shapes = product(forms, (None, ""), keys, (None, (0, 0)))
    asked = (Asked(ARTICLE, 0, form, lang, named, after=after) for form, lang, named, after in shapes)
    return {_statement(one, *_conditions(one)[:2]): columns for one in asked}


def _rows(asked: Asked, place: Place) -> list[Any]:
    source, where, values = _conditions(asked)
    values = {**values, **parameters(place, timezone.now()), "most": asked.limit + 1}
    if asked.after is not None:
        values["after_sort"], values["after_id"] = asked.after
    return run(_statement(asked, source, where), values, _TEXT)


def _statement(asked: Asked, source: str, where: str) -> str:
    etag = "d.etag" if asked.form == "document" else "d.card_etag"
    text = f"d.{asked.form}" if asked.texts else "''"
    order = _ordering_table(asked)
    direction, beyond = ("ASC", ">") if asked.earliest else ("DESC", "<")
    if asked.after is not None:
        where += f" AND ({order}.sort, {order}.object_id) {beyond} (%(after_sort)s, %(after_id)s)"
    return (
        f"SELECT d.object_id, d.sort, {etag}, d.modified, {text}, {IS_FRESH} FROM {source} WHERE {where}"
        f" ORDER BY {order}.sort {direction}, {order}.object_id {direction} LIMIT %(most)s"
    )


def _count(asked: Asked, place: Place) -> int:
    source, where, values = _conditions(asked)
    [[count]] = run(f"SELECT COUNT(*) FROM {source} WHERE {where}", {**values, **parameters(place, timezone.now())})
    return int(count)


def ids_of_documents(asked: Asked, place: Place) -> list[int]:
    """The objects of all documents that a list would have from its first page to its last; their order is not told."""
    source, where, values = _conditions(asked)
    found = run(f"SELECT d.object_id FROM {source} WHERE {where}", {**values, **parameters(place, timezone.now())})
    return [object_id for (object_id,) in found]


def _ordering_table(asked: Asked) -> str:
    """A key repeats what a list sorts by, so that its own index gives the list in order."""
    return "k0" if any(len(ids) == 1 for _name, ids in asked.keys) else "d"


def _conditions(asked: Asked) -> tuple[str, str, dict[str, Any]]:
    """What comes after ``FROM``, what after ``WHERE``, and the values of what was asked for."""
    source, visible = visible_from(asked.kind.model._meta.db_table)
    conditions = [visible, "d.kind = %(kind)s"]
    values: dict[str, Any] = {"kind": asked.kind.name}
    joined = 0
    for number, (name, ids) in enumerate(asked.keys):
        values[f"name{number}"] = name
        if len(ids) == 1:
            # By what their own index holds, and keys of one document at the same place in it.
            at = f" AND k0.sort = k{joined}.sort AND k0.object_id = k{joined}.object_id" if joined else ""
            source += (
                f" JOIN {KEYS} k{joined} ON k{joined}.object_id = d.object_id{at}"
                f" AND k{joined}.name = %(name{number})s AND k{joined}.value = %(value{number})s"
                f" AND k{joined}.kind = %(kind)s"
            )
            conditions += is_shown(name, f"%(value{number})s")
            values[f"value{number}"] = ids[0]
            joined += 1
            continue
        alternatives = {f"value{number}_{at}": value for at, value in enumerate(ids)}
        one_of = ", ".join(f"%({one})s" for one in alternatives) or "NULL"
        shown = " OR ".join(
            " AND ".join([f"k.value = %({one})s", *shows_itself(name, f"%({one})s")]) for one in alternatives
        )
        conditions.append(
            f"EXISTS (SELECT 1 FROM {KEYS} k WHERE k.sort = d.sort AND k.object_id = d.object_id"
            f" AND k.name = %(name{number})s AND k.value IN ({one_of}) AND k.kind = %(kind)s"
            f"{f' AND ({shown})' if shown else ''})"
        )
        values.update(alternatives)
    if asked.lang is not None:
        conditions.append("d.lang = %(lang)s")
        values["lang"] = asked.lang
    for number, (column, comparison, moment) in enumerate(asked.ranges):
        alias = _ordering_table(asked) if column == "sort" else "d"
        conditions.append(f"{alias}.{column} {COMPARISONS[comparison]} %(range{number})s")
        if column == _SORTED_BY.get(asked.kind.name):
            # The same again, as the index has it.
            conditions.append(f"{_ordering_table(asked)}.sort {COMPARISONS[comparison]} %(range{number})s")
        values[f"range{number}"] = moment
    return source, " AND ".join(conditions), values
