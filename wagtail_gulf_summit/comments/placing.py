"""Where a reply goes: under which comment, and at which place of the thread."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from .errors import Refusal
from .locking import lock_root
from .models import ReaderComment
from .pages import public_pages
from .states import State


def place_reply(row: ReaderComment, parent_id: int) -> None:
    """Give the unsaved ``row`` its place under ``parent_id``, and keep the thread locked until the transaction ends.

    Refused when the parent is not a public comment of the same conversation,
    or lies too deep.
    """
    parent = _public_parent(row, parent_id)
    root_id = parent["root_id"] or parent_id
    lock_root(root_id)
    parent = _public_parent(row, parent_id)
    ReaderComment.objects.filter(pk=root_id).update(last_position=F("last_position") + 1)
    row.position = ReaderComment.objects.values_list("last_position", flat=True).get(pk=root_id)
    row.root_id = root_id
    row.reply_to_id = parent_id
    row.level = parent["level"] + 1
    row.thread_id = root_id
    row.parent_id = parent_id


def _public_parent(row: ReaderComment, parent_id: int) -> dict[str, Any]:
    parents = ReaderComment.objects.filter(pk=parent_id, state=State.APPROVED)
    if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        translations = public_pages(row.page.get_site()).filter(translation_key=row.conversation).order_by()
        parents = parents.filter(conversation=row.conversation, page__in=translations.values("pk"))
    else:
        parents = parents.filter(page_id=row.page_id)
    parent = parents.values("root_id", "level").first()
    if parent is None:
        message = _("The comment you answer is not here any more.")
        raise Refusal("parent-not-open", message, fields={"parent": message})
    if parent["level"] >= conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH:
        message = _("Replies cannot go deeper here.")
        raise Refusal("parent-too-deep", message, fields={"parent": message})
    return parent
