"""Whether what is stored is what would be computed now."""

from collections.abc import Iterator
from typing import Any

from wagtail_gulf_summit.scope import page_scope

from ..kinds import KINDS, Kind, build, load_instance
from ..models import DocumentKey, StoredDocument
from .keys import keys_of
from .rebuild import out_of_date, published
from .write import has_document, values_of

#: What a row remembers of the past, and no fresh computation can know.
HISTORY = ("modified", "stale", "schema")


def compare_all() -> Iterator[tuple[str, int, list[str]]]:
    """``(kind, id, what differs)`` of every published object and of every stored document."""
    for kind in KINDS.values():
        stored = StoredDocument.objects.filter(kind=kind.name)
        ids = set(stored.values_list("object_id", flat=True)) | set(published(kind).values_list("pk", flat=True))
        for object_id in sorted(ids):
            yield kind.name, object_id, compare(kind, object_id)


def compare(kind: Kind, object_id: int) -> list[str]:
    """The names of the columns in which a stored document differs from one computed now.

    Empty if there is no difference, and if the row says itself that it is out of
    date; ``missing`` and ``superfluous`` for a row too few or too many.
    """
    row = StoredDocument.objects.filter(kind=kind.name, object_id=object_id).first()
    instance = load_instance(kind, object_id)
    expected = instance is not None and has_document(kind, instance)
    if row is None or not expected:
        if row is None:
            return ["missing"] if expected else []
        # One that is out of date goes when it is next computed.
        return [] if _says_so(row) else ["superfluous"]
    if _says_so(row):
        return []
    with page_scope(instance):
        built = build(instance)
        names = keys_of(kind, instance, built.document)
    wanted: dict[str, Any] = {**values_of(row, instance, built), "page_id": object_id if kind.is_page else None}
    found = [name for name, value in wanted.items() if name not in HISTORY and getattr(row, name) != value]
    keys = set(DocumentKey.objects.filter(document=row).values_list("name", "value", "kind", "sort", "object_id"))
    fresh = {(*key, kind.name, row.sort, object_id) for key in names}
    return found if keys == fresh else [*found, "keys"]


def _says_so(row: StoredDocument) -> bool:
    return out_of_date().filter(pk=row.pk).exists()
