"""Computing what a change made out of date, once the change is committed.

Nothing depends on it: what is out of date is computed when it is read. It spares
the first reader the wait.
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django_tasks import task, task_backends
from django_tasks.backends.dummy import DummyBackend
from django_tasks.backends.immediate import ImmediateBackend

from wagtail_gulf_summit.conf import conf

from ..models import StoredDocument
from .write import refresh_quietly

#: Documents that one task computes.
BATCH = 100

_PENDING = "gulf_summit_documents_to_refresh"


def refresh_later(pks: Iterable[int]) -> None:
    """Have the rows computed after the commit of the transaction that is open; outside any, leave it to readers."""
    if not connection.in_atomic_block:
        return
    pending: set[int] = getattr(connection, _PENDING, None) or set()
    pending.update(pks)
    setattr(connection, _PENDING, pending)
    # A savepoint that was rolled back takes its callbacks with it.
    if not any(entry[1] is _flush for entry in connection.run_on_commit):
        transaction.on_commit(_flush, robust=True)


def _flush() -> None:
    pks = sorted(getattr(connection, _PENDING, None) or ())
    setattr(connection, _PENDING, None)
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


def _has_workers() -> bool:
    """Whether tasks run elsewhere; on the backends that run them at once the editor would wait."""
    return not isinstance(task_backends["default"], (DummyBackend, ImmediateBackend))
