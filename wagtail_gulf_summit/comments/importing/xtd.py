"""Comments that django-comments-xtd kept by itself become reader comments: the same rows, with ours beside them."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_comments_xtd.models import XtdComment

from wagtail_gulf_summit.comments import counts, visibility
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.readers import author_key, digest, ip_key
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf

from .source import kept_body, kept_name
from .store import settle
from .targets import commentable, page_model

STORED, NO_PAGE, EMPTY = "stored", "no page", "empty"
PORTION = 200


def foreign_comments() -> QuerySet:
    """The comments of django-comments-xtd that are not reader comments yet, a thread after the other."""
    # A reply is younger than what it answers, so its id is greater.
    return XtdComment.norel_objects.filter(readercomment=None).order_by("thread_id", "pk")


def adopt(
    pages: dict[str, int], on_each: Callable[[], object] = lambda: None
) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Give each foreign comment its reader comment, whole threads in one transaction.

    ``pages`` maps ``"app.model:object_pk"`` to the id of a page, for comments
    that were on something else than a page of ours. Returns what became of the
    comments, and of what objects comments were left.
    """
    outcome: Counter[str] = Counter()
    homeless: Counter[tuple[str, str]] = Counter()
    for portion in _threads():
        targets = _targets(portion, pages)
        with transaction.atomic():
            for comment in portion:
                page = targets.get((comment.content_type_id, comment.object_pk))
                if page is None:
                    outcome[NO_PAGE] += 1
                    homeless[_label(comment), comment.object_pk] += 1
                else:
                    _adopt_one(comment, page)
                    outcome[STORED] += 1
                on_each()
    return outcome, homeless


def _threads() -> Iterator[list[XtdComment]]:
    """Portions of foreign comments, each ending where a thread ends."""
    last = -1
    while threads := _next_threads(last):
        last = threads[-1]
        yield list(foreign_comments().filter(thread_id__in=threads))


def _next_threads(last: int) -> list[int]:
    after = foreign_comments().filter(thread_id__gt=last).order_by("thread_id")
    return list(after.values_list("thread_id", flat=True).distinct()[:PORTION])


def _targets(comments: list[XtdComment], pages: dict[str, int]) -> dict[tuple[int, str], Any]:
    wanted: dict[tuple[int, str], int] = {}
    for comment in comments:
        place = (comment.content_type_id, comment.object_pk)
        mapped = pages.get(f"{_label(comment)}:{comment.object_pk}")
        if mapped is not None:
            wanted[place] = mapped
        elif _is_page(comment.content_type_id) and comment.object_pk.isascii() and comment.object_pk.isdecimal():
            wanted[place] = int(comment.object_pk)
    found = commentable(wanted.values())
    return {place: found[page_id] for place, page_id in wanted.items() if page_id in found}


def _label(comment: XtdComment) -> str:
    kind = ContentType.objects.get_for_id(comment.content_type_id)
    return f"{kind.app_label}.{kind.model}"


def _is_page(content_type_id: int) -> bool:
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return model is not None and issubclass(model, page_model())


def _adopt_one(comment: XtdComment, page: Any) -> None:
    """The base tables hold the comment already; the address in them gives way to its keyed hash."""
    parent = None
    if comment.parent_id != comment.pk:
        parent = ReaderComment.objects.filter(pk=comment.parent_id, page=page).first()
    row = ReaderComment(xtdcomment_ptr_id=comment.pk)
    row.__dict__.update({field.attname: getattr(comment, field.attname) for field in XtdComment._meta.fields})
    row.page, row.conversation = page, page.translation_key
    row.content_type_id, row.object_pk = page.content_type_id, str(page.pk)
    row.user_name = kept_name(comment.user_name)
    row.comment = kept_body(comment.comment)
    row.author_key = author_key(row.user_email) if row.user_email else digest("member", comment.user_id or comment.pk)
    settle(row, page, _state(comment), comment.submit_date)
    young = comment.submit_date > timezone.now() - timedelta(days=conf.GULF_SUMMIT_COMMENTS_ADDRESS_DAYS)
    row.ip_key, row.ip_address = (ip_key(comment.ip_address or "") if young else ""), None
    _place(row, parent)
    row.save()
    if row.state == State.APPROVED:
        visibility.refresh(row.pk)
        visibility.announce(page.pk)
    counts.move(page.pk, None, row.state)


def _place(row: ReaderComment, parent: ReaderComment | None) -> None:
    if parent is None:
        row.level, row.thread_id, row.parent_id = 0, row.pk, row.pk
        return
    root_id = parent.root_id or parent.pk
    row.position = ReaderComment.objects.values_list("last_position", flat=True).get(pk=root_id) + 1
    ReaderComment.objects.filter(pk=root_id).update(last_position=row.position)
    row.root_id, row.reply_to_id = root_id, parent.pk
    row.level, row.thread_id, row.parent_id = parent.level + 1, root_id, parent.pk


def _state(comment: XtdComment) -> State:
    if comment.is_removed or not kept_body(comment.comment):
        return State.REMOVED
    return State.APPROVED if comment.is_public else State.PENDING
