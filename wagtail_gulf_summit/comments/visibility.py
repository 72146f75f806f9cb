"""What the public sees of a thread, derived from the states in it."""

from django.db import transaction

from wagtail_gulf_summit.conf import conf

from .models import ReaderComment
from .pages import page_model
from .signals import comment_visibility_changed
from .states import State


def refresh(comment_id: int) -> None:
    """Bring ``shown`` and ``listed_at`` of a comment, and of those it answers, in line with their states.

    A comment is shown when it is approved, or when an answer to it is shown:
    then it stands as a tombstone, without words or name. The thread is locked
    by the caller.
    """
    node_id: int | None = comment_id
    while node_id is not None:
        node = ReaderComment.objects.values("state", "shown", "reply_to_id", "root_id", "created_at").get(pk=node_id)
        shown = node["state"] == State.APPROVED or ReaderComment.objects.filter(reply_to=node_id, shown=True).exists()
        if shown == node["shown"]:
            return
        listed_at = node["created_at"] if shown and node["root_id"] is None else None
        ReaderComment.objects.filter(pk=node_id).update(shown=shown, listed_at=listed_at)
        node_id = node["reply_to_id"]


def announce(page_id: int) -> None:
    """After commit, tell who keeps copies that what the public sees under a page has changed."""
    transaction.on_commit(lambda: _send(page_id), robust=True)


def _send(page_id: int) -> None:
    page_ids = [page_id]
    if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        pages = page_model().objects
        key = pages.filter(pk=page_id).values("translation_key")
        page_ids = list(pages.filter(translation_key__in=key).order_by().values_list("pk", flat=True))
    for changed in page_ids:
        comment_visibility_changed.send(sender=ReaderComment, page_id=changed)
