"""One document as the public may see it, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from ..builders.pages import Page, may_be_seen
from ..kinds import KINDS, Built, Kind, load_instance
from .clock import now_micros
from .visible import IS_FRESH, Place, fresh_parameters, visible_from, visible_parameters
from .write import digest, has_document, path_digest, refresh


@dataclass(frozen=True)
class Found:
    """A document as it is served; ``text`` is ``None`` where the reader has it. ``modified`` in microseconds."""

    kind: str
    object_id: int
    etag: str
    modified: int
    text: str | None


def find(kind: Kind, object_id: int, place: Place, known_etag: str = "") -> Found | None:
    """The document of an object on the site of ``place``; ``None`` if there is none that may be seen.

    ``known_etag`` is one that the reader has; that text is not read again.
    """
    table = kind.model._meta.db_table
    where = "d.kind = %s AND d.object_id = %s"
    row = _select(table, where, [kind.name, object_id], place, known_etag)
    if row is None and _may_have_document(kind, object_id):
        refresh(kind, object_id)
        row = _select(table, where, [kind.name, object_id], place, known_etag)
    return _found(row)


def find_path(path: str, place: Place, known_etag: str = "") -> Found | None:
    """The document of the page at ``path`` of the site, as far as the store knows it."""
    row = _select(Page._meta.db_table, "d.path_digest = %s", [path_digest(path)], place, known_etag)
    found = _found(row)
    # What was out of date when it was found may have moved elsewhere since.
    return found if row is None or row[-1] or found is None or f'"path":"{path}"' in (found.text or "") else None


def find_many(page_ids: Sequence[int], place: Place) -> dict[int, str]:
    """The documents of those of these pages that may be seen, as JSON by page id. One query, if all are up to date."""
    if not page_ids:
        return {}
    table = Page._meta.db_table
    now = timezone.now()
    one_of = ", ".join(["%s"] * len(page_ids))
    statement = (
        f"SELECT d.kind, d.object_id, d.etag, d.modified, d.document, {IS_FRESH} {visible_from(table)}"
        f" AND d.page_id IN ({one_of})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*fresh_parameters(now), *visible_parameters(table, place, now), *page_ids])
        rows = cursor.fetchall()
    found = [_found(row) for row in rows]
    return {one.object_id: one.text or "" for one in found if one is not None}


def _select(table: str, where: str, values: list[Any], place: Place, known_etag: str) -> Any:
    now = timezone.now()
    statement = (
        f"SELECT d.kind, d.object_id, d.etag, d.modified, CASE WHEN d.etag = %s THEN NULL ELSE d.document END,"
        f" {IS_FRESH} {visible_from(table)} AND {where}"
    )
    parameters = [known_etag, *fresh_parameters(now), *visible_parameters(table, place, now), *values]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()


def _found(row: Any) -> Found | None:
    if row is None:
        return None
    kind, object_id, etag, modified, text, is_fresh = row
    if is_fresh:
        return Found(kind, object_id, etag, modified, text)
    built = refresh(KINDS[kind], object_id)
    return as_found(built, object_id) if built else None


def as_found(built: Built, object_id: int) -> Found:
    """A document that was just computed, as ``find`` gives it."""
    text = built.text()
    return Found(built.kind.name, object_id, digest(text), now_micros(), text)


def _may_have_document(kind: Kind, object_id: int) -> bool:
    """Whether a row is missing that should be there."""
    instance = load_instance(kind, object_id)
    return instance is not None and has_document(kind, instance) and (not kind.is_page or may_be_seen(instance))
