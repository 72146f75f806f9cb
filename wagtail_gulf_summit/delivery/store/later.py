"""Computing what a change made out of date, once the change is committed.

Nothing depends on it: what is out of date is computed when it is read. It spares
the first reader the wait.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.dispatch import Signal
from django_tasks import task, task_backends
from django_tasks.backends.dummy import DummyBackend
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.models import ReferenceIndex

from wagtail_gulf_summit.conf import conf

from ..models import StoredDocument
from .write import refresh_quietly

#: Documents that one task computes.
BATCH = 100

#: After commit, when documents changed, are out of date or are gone: caches in front of the site may forget them.
#: Arguments: ``documents``, a set of ``(kind, id)``, or ``None`` for all there are.
documents_changed = Signal()

_PENDING = "gulf_summit_documents_to_refresh"
_TOLD = "gulf_summit_documents_changed"


def refresh_later(pks: Iterable[int]) -> None:
    """Have the rows computed after the commit of the transaction that is open; outside any, leave it to readers."""
    if connection.in_atomic_block:
        _collected(_PENDING).update(pks)
        _flush_on_commit()


def tell_later(documents: Iterable[tuple[str, int]] | None) -> None:
    """Send ``documents_changed`` for these, or for all, after the commit of the transaction that is open."""
    _collected(_TOLD).update([None] if documents is None else documents)
    _flush_on_commit()


def _collected(name: str) -> set[Any]:
    if getattr(connection, name, None) is None:
        setattr(connection, name, set())
    found: set[Any] = getattr(connection, name)
    return found


def _flush_on_commit() -> None:
    # A savepoint that was rolled back takes its callbacks with it.
    if not any(entry[1] is _flush for entry in connection.run_on_commit):
        transaction.on_commit(_flush, robust=True)


def _flush() -> None:
    pks, told = sorted(_collected(_PENDING)), _collected(_TOLD)
    setattr(connection, _PENDING, None)
    setattr(connection, _TOLD, None)
    if pks:
        told |= set(StoredDocument.objects.filter(pk__in=pks).values_list("kind", "object_id"))
    if told:
        documents_changed.send_robust(sender=StoredDocument, documents=None if None in told else told)
    if not pks:
        return
    here = conf.GULF_SUMMIT_REFRESH_INLINE
    refresh_rows(pks[:here])
    rest = pks[here:]
    if rest and _has_workers():
        for start in range(0, len(rest), BATCH):
            refresh_documents.enqueue(rest[start : start + BATCH])


def refresh_rows(pks: Iterable[int]) -> int:
    """Compute the rows that are still out of date; how many were."""
    rows = StoredDocument.objects.filter(pk__in=list(pks), stale=True).order_by("pk").values_list("kind", "object_id")
    return sum(refresh_quietly(kind, object_id) is not None for kind, object_id in list(rows))


@task()
def refresh_documents(pks: list[int]) -> int:
    """A background task: compute these rows of ``StoredDocument`` if they are still out of date."""
    return refresh_rows(pks)


def index_references(instance: Any) -> None:
    """Note at once what ``instance`` refers to, where Wagtail would leave it to a worker.

    Until then nobody would find it among what shows an object that changes.
    """
    if not isinstance(task_backends["default"], ImmediateBackend) and ReferenceIndex.model_is_indexable(
        type(instance)
    ):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(instance)


def _has_workers() -> bool:
    """Whether tasks run elsewhere; on the backends that run them at once the editor would wait."""
    return not isinstance(task_backends["default"], (DummyBackend, ImmediateBackend))
