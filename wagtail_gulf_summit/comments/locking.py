"""One lock for one thread.

Every write to a thread first locks its root, so two writers never wait for
each other in a circle, and places in the thread are given out one by one.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from .errors import Refusal
from .models import ReaderComment


def lock_thread(comment_id: int) -> ReaderComment:
    """The comment, freshly read while its thread is locked. Needs a transaction around it."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("lock_thread() needs a transaction.")
    root_id = ReaderComment.objects.filter(pk=comment_id).values_list("root_id", flat=True).first()
    lock_root(root_id or comment_id)
    comment = ReaderComment.objects.filter(pk=comment_id).first()
    if comment is None:
        raise comment_not_found()
    return comment


def lock_root(root_id: int) -> None:
    """Hold the row of a root until the transaction ends."""
    # ``values_list`` of a column of the child table keeps the base tables out of the lock.
    list(ReaderComment.objects.select_for_update().filter(pk=root_id).values_list("last_position", flat=True))


def comment_not_found() -> Refusal:
    return Refusal("comment-not-found", _("There is no such comment."))
