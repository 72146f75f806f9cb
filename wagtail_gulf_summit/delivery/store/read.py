"""One document as the public may see it, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils import timezone

from wagtail_gulf_summit.statements.planned import run, run_for_one

from ..builders.pages import may_be_seen
from ..kinds import KINDS, PAGE, Built, Kind, load_instance
from ..models import StoredDocument
from .clock import now_micros
from .visible import IS_FRESH, Place, parameters, visible_one_from
from .write import TRIES, digest, has_document, path_digest, refresh


@dataclass(frozen=True)
class Found:
    """A document as it is served; ``text`` is UTF-8, ``None`` where the reader has it. ``lang`` is its language.

    ``modified`` is in microseconds.
    """

    kind: str
    object_id: int
    etag: str
    modified: int
    lang: str
    text: bytes | None


def find(kind: Kind, object_id: int, place: Place, known_etag: str = "") -> Found | None:
    """The document of an object on the site of ``place``; ``None`` if there is none that may be seen.

    ``known_etag`` is one that the reader has; that text is not read again.
    """
    values = {"kind": kind.name, "id": object_id}
    row = _select(kind, _ONE, values, place, known_etag)
    if row is None and _may_have_document(kind, object_id):
        refresh(kind, object_id)
        row = _select(kind, _ONE, values, place, known_etag)
    return _found(row)


def find_path(path: str, place: Place, known_etag: str = "") -> Found | None:
    """The document of the page at ``path`` of the site, as far as the store knows it."""
    for _try in range(TRIES):
        row = _select(PAGE, _AT_PATH, {"digest": path_digest(path)}, place, known_etag)
        found = _found(row)
        if row is None or row[_IS_FRESH]:
            return found
        # What was out of date when it was found may have moved elsewhere since, and another page be there now.
        if found is not None and f'"path":"{path}"'.encode() in (found.text or b""):
            return found
    return None


def find_many(page_ids: Sequence[int], place: Place) -> dict[int, bytes]:
    """The documents of those of these pages that may be seen, as JSON by page id. One query, if all are up to date."""
    if not page_ids:
        return {}
    ids = {f"id{number}": page_id for number, page_id in enumerate(page_ids)}
    one_of = ", ".join(f"%({name})s" for name in ids)
    values = {**parameters(place, timezone.now()), **ids, "known": ""}
    found = [_found(row) for row in run(_statement(PAGES, f"d.page_id IN ({one_of})"), values, _TEXT)]
    return {one.object_id: one.text or b"" for one in found if one is not None}


# The condition on ``o`` follows from that on ``d``; saying both spares the database planning for a join.
_ONE = "d.kind = %(kind)s AND d.object_id = %(id)s AND o.id = %(id)s"
_AT_PATH = "d.path_digest = %(digest)s"
_COLUMNS = (
    "kind varchar, object_id bigint, etag varchar, modified bigint, is_fresh boolean, lang varchar, document text"
)
_IS_FRESH, _TEXT = 4, 6
PAGES = PAGE.model._meta.db_table


def statements() -> dict[str, str]:
    """The statements that most requests run, with the types of their columns on PostgreSQL."""
    return {_statement(PAGES, where): _COLUMNS for where in (_ONE, _AT_PATH)}


def _select(kind: Kind, where: str, values: dict[str, Any], place: Place, known_etag: str) -> Any:
    statement = _statement(kind.model._meta.db_table, where)
    return run_for_one(statement, {**parameters(place, timezone.now()), **values, "known": known_etag}, _COLUMNS)


@lru_cache(maxsize=64)
def _statement(table: str, where: str) -> str:
    source, visible = visible_one_from(table)
    return (
        f"SELECT d.kind, d.object_id, d.etag, d.modified, {IS_FRESH}, d.lang,"
        " CASE WHEN d.etag = %(known)s THEN NULL ELSE d.document END"
        f" FROM {source} WHERE {visible} AND {where}"
    )


def _found(row: Any) -> Found | None:
    if row is None:
        return None
    kind, object_id, etag, modified, is_fresh, lang, text = row
    if is_fresh:
        return Found(kind, object_id, etag, modified, lang, text)
    built = refresh(KINDS[kind], object_id)
    return as_found(built, object_id) if built else None


def as_found(built: Built, object_id: int) -> Found:
    """A document that was just computed, as ``find`` gives it."""
    text = built.text()
    return Found(built.kind.name, object_id, digest(text), now_micros(), built.document.lang, text.encode())


def _may_have_document(kind: Kind, object_id: int) -> bool:
    """Whether a row is missing that should be there, or does not know where it belongs."""
    if StoredDocument.objects.filter(kind=kind.name, object_id=object_id, stale=False).exists():
        return False
    instance = load_instance(kind, object_id)
    return instance is not None and has_document(kind, instance) and (not kind.is_page or may_be_seen(instance))
