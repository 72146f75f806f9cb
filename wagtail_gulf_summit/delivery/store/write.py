"""Computing documents anew, and keeping them."""

import logging
from hashlib import blake2b
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from wagtail_gulf_summit.scope import page_scope
from wagtail_gulf_summit.statements.planned import run

from ..kinds import KINDS, Built, Kind, build, kind_of, load_instance
from ..models import DocumentKey, StoredDocument
from .clock import now_micros, to_micros
from .keys import keys_of, times_of
from .schema import schema_version
from .visible import DOCUMENTS, KEYS

#: How often a document is computed anew because something changed while it was computed.
TRIES = 3

#: What a writer needs of a row.
_NEEDED = ("id", "kind", "object_id", "live_revision_id", "version", "etag", "modified", "face")
# With every publication, and for Django to write them takes longer than to run them.
_ROW_WITH_KEYS = (
    f"SELECT {', '.join(f'd.{name}' for name in _NEEDED)}, k.name, k.value"
    f" FROM {DOCUMENTS} d LEFT JOIN {KEYS} k ON k.document_id = d.id WHERE d.page_id = %(page)s ORDER BY d.id"
)
_KEYS_OF_ROW = f"SELECT id, name, value, sort FROM {KEYS} WHERE document_id = %(id)s"

logger = logging.getLogger("wagtail_gulf_summit.delivery")


def digest(text: str) -> str:
    """The hash that a strong ETag is made of."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def path_digest(path: str) -> str:
    """By what a path is looked up; a path may be longer than an index takes."""
    return blake2b(path.encode(), digest_size=20).hexdigest()


def rows() -> QuerySet[StoredDocument]:
    """All rows, as far as a writer needs them."""
    return StoredDocument.objects.only(*_NEEDED)


def row_before(page_id: int) -> StoredDocument | None:
    """The row of a page that is about to change, with what its keys name. One query."""
    found = run(_ROW_WITH_KEYS, {"page": page_id})
    if not found:
        return None
    row = StoredDocument.from_db(connection.alias, _NEEDED, found[0][: len(_NEEDED)])
    row.named = frozenset(one[-2:] for one in found)
    return row


def row_of(kind: Kind, object_id: int) -> StoredDocument:
    """The row of a document; a new one is out of date."""
    row, _made = rows().get_or_create(
        kind=kind.name, object_id=object_id, defaults={"page_id": object_id if kind.is_page else None}
    )
    return row


def refresh(kind: Kind, object_id: int) -> Built | None:
    """Compute and keep the document as the database now has it; ``None``, and no row, where there is none.

    The version is read before anything else: if the object, or something it
    shows, changes while the document is computed, it may be half of before and
    half of after, and is computed again. What cannot be kept after some tries is
    given all the same, and the row stays out of date for the next to compute.
    """
    built = None
    for _try in range(TRIES):
        row = row_of(kind, object_id)
        instance = load_instance(kind, object_id)
        if instance is None or not has_document(kind, instance):
            StoredDocument.objects.filter(pk=row.pk, version=row.version).delete()
            return None
        with page_scope(instance):  # what is read here is read once
            built = build(instance)
            with transaction.atomic():
                if keep(row, instance, built, version=row.version):
                    break
    return built


def refresh_quietly(kind_name: str, object_id: int) -> Built | None:
    """``refresh`` where one failure must not stop all: it is logged, and readers get a fresh try."""
    try:
        with transaction.atomic():
            return refresh(KINDS[kind_name], object_id)
    except Exception:
        logger.exception("The document of %s %s could not be computed", kind_name, object_id)
        return None


def has_document(kind: Kind, instance: Any) -> bool:
    """Whether ``instance`` is published, of this kind and, if a page, in a site."""
    return bool(instance.live) and kind_of(instance) is kind and (not kind.is_page or bool(instance.get_url_parts()))


def keep(row: StoredDocument, instance: Any, built: Built, version: int) -> bool:
    """Write ``built`` into its row unless the row's version is no longer that of ``row``; inside a transaction.

    ``version`` is what the row's version becomes. Whether it was written.
    """
    values = values_of(row, instance, built)
    if not StoredDocument.objects.filter(pk=row.pk, version=row.version).update(version=version, **values):
        return False
    _keep_keys(row.pk, built, values["sort"], keys_of(built.kind, instance, built.document))
    return True


def values_of(row: StoredDocument, instance: Any, built: Built) -> dict[str, Any]:
    """The columns of a row that holds ``built``."""
    text, card = built.text(), built.card_text()
    etag = digest(text)
    return {
        **times_of(built.kind, instance),
        "root_id": built.root_id,
        "lang": built.document.lang,
        "slug": getattr(instance, "slug", ""),
        "path_digest": path_digest(built.document.path) if built.kind.is_page else "",
        "live_revision_id": instance.live_revision_id,
        "stale": False,
        "schema": schema_version(),
        "changes_at": to_micros(built.changes_at),
        "etag": etag,
        "card_etag": digest(card),
        "modified": row.modified if row.etag == etag else now_micros(),
        "face": face_of(instance, built),
        "document": text,
        "card": card,
    }


def face_of(instance: Any, built: Built) -> str:
    """A hash of what documents of other pages show of this one, or inherit from it."""
    inherited = [getattr(instance, name, None) for name in ("comment_policy", "comments_close_after", "person_id")]
    return digest(
        built.face_text() + repr((*inherited, to_micros(instance.expire_at) if built.kind.is_page else None))
    )


def _keep_keys(row_id: int, built: Built, sort: int, wanted: set[tuple[str, int]]) -> None:
    kept = {(name, value, placed): pk for pk, name, value, placed in run(_KEYS_OF_ROW, {"id": row_id})}
    gone = [pk for (name, value, placed), pk in kept.items() if (name, value) not in wanted or placed != sort]
    new = [(name, value) for name, value in wanted if (name, value, sort) not in kept]
    if gone:
        DocumentKey.objects.filter(pk__in=gone).delete()
    if new:
        DocumentKey.objects.bulk_create(
            DocumentKey(
                document_id=row_id,
                name=name,
                value=value,
                kind=built.kind.name,
                sort=sort,
                object_id=built.document.id,
            )
            for name, value in sorted(new)
        )
