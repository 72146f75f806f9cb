"""Foreign comments are stored thread by thread, each once, however often the import is run."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from wagtail.coreutils import get_content_languages

from wagtail_gulf_summit.comments import counts, visibility
from wagtail_gulf_summit.comments.candidates import search_text
from wagtail_gulf_summit.comments.clean import detect_language
from wagtail_gulf_summit.comments.locking import lock_root
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.readers import author_key, digest
from wagtail_gulf_summit.comments.states import State, derived_flags
from wagtail_gulf_summit.conf import conf

from .source import ForeignComment

PORTION = 200
STORED, THERE, EMPTY = "stored", "there", "empty"


def import_key(key: str) -> str:
    """What an imported comment is found by when the import is run again."""
    return digest("import", key)


def store(page: Any, comments: Iterable[ForeignComment], on_each: Callable[[], object] = lambda: None) -> Counter[str]:
    """Store the comments of one page, parents before their replies; what became of them.

    Whole threads share a transaction, so an import that is stopped leaves no
    thread in pieces. A reply whose parent is not among the comments becomes a root.
    """
    outcome: Counter[str] = Counter()
    for portion in _portions(_threads(list(comments))):
        with transaction.atomic():
            outcome += _store_portion(page, portion)
        for _comment in portion:
            on_each()
    return outcome


def _threads(comments: list[ForeignComment]) -> Iterator[list[ForeignComment]]:
    """Each root with all below it, in the order they were written, parents first."""
    known = {comment.key for comment in comments}
    below: dict[str | None, list[ForeignComment]] = {}
    for comment in sorted(comments, key=lambda comment: comment.created_at):
        below.setdefault(comment.parent_key if comment.parent_key in known else None, []).append(comment)
    met: set[str] = set()
    # What is left after the roots' threads answers itself in a circle: each is cut at its oldest.
    for root in [*below.get(None, []), *sorted(comments, key=lambda comment: comment.created_at)]:
        if root.key in met:
            continue
        thread = [root]
        met.add(root.key)
        for comment in thread:
            replies = [reply for reply in below.get(comment.key, []) if reply.key not in met]
            met.update(reply.key for reply in replies)
            thread += replies
        yield thread


def _portions(threads: Iterable[list[ForeignComment]]) -> Iterator[list[ForeignComment]]:
    portion: list[ForeignComment] = []
    for thread in threads:
        portion += thread
        if len(portion) >= PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _store_portion(page: Any, portion: list[ForeignComment]) -> Counter[str]:
    keys = {comment.key: import_key(comment.key) for comment in portion}
    stored = {
        row.idempotency_digest: row for row in ReaderComment.objects.filter(idempotency_digest__in=keys.values())
    }
    outcome: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    for comment in portion:
        if keys[comment.key] in stored:
            outcome[THERE] += 1
            continue
        if not comment.body:
            outcome[EMPTY] += 1
            continue
        parent = stored.get(keys.get(comment.parent_key or "", ""))
        row = _row(page, comment, keys[comment.key])
        insert(row, parent)
        stored[keys[comment.key]] = row
        outcome[STORED] += 1
        moved[row.state] += 1
    counts.add(page.pk, moved)
    if moved[State.APPROVED]:
        visibility.announce(page.pk)
    return outcome


def _row(page: Any, comment: ForeignComment, key: str) -> ReaderComment:
    row = ReaderComment(
        page=page,
        conversation=page.translation_key,
        content_type_id=page.content_type_id,
        object_pk=str(page.pk),
        site_id=conf.SITE_ID,
        user_name=comment.name,
        user_email=comment.email,
        user_url=comment.url,
        comment=comment.body,
        author_key=author_key(comment.email) if comment.email else key,
        idempotency_digest=key,
    )
    settle(row, page, comment.state, comment.created_at)
    return row


def settle(row: ReaderComment, page: Any, state: str, created_at: datetime) -> None:
    """What follows from the text, the page, the state and the time."""
    row.language = detect_language(row.comment, page.locale.language_code, list(get_content_languages()))
    row.state, row.reason = state, "import"
    row.created_at = row.submit_date = created_at
    row.search_text = search_text(row)
    for name, value in derived_flags(state).items():
        setattr(row, name, value)


def insert(row: ReaderComment, parent: ReaderComment | None) -> None:
    """Insert the row below ``parent``, or as a root, and bring what the public sees in line. Needs a transaction."""
    if parent is not None:
        root_id = parent.root_id or parent.pk
        lock_root(root_id)
        ReaderComment.objects.filter(pk=root_id).update(last_position=F("last_position") + 1)
        row.position = ReaderComment.objects.values_list("last_position", flat=True).get(pk=root_id)
        row.root_id, row.reply_to_id = root_id, parent.pk
        row.thread_id, row.parent_id, row.level = root_id, parent.pk, parent.level + 1
    row.save(force_insert=True)
    if row.root_id is None:
        row.thread_id = row.parent_id = row.pk
        ReaderComment.objects.filter(pk=row.pk).update(thread_id=row.pk, parent_id=row.pk)
    if row.state == State.APPROVED:
        visibility.refresh(row.pk)
