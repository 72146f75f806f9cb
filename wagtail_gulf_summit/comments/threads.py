"""The public list of a page's comments: roots by keyset, each with its first replies. One query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import moment_writer
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import Place

from . import cursors
from .models import ReaderComment
from .pages import public_pages
from .policy import PagePolicy
from .reading import FIELDS, REPLY_WINDOW, Read, read
from .states import State

NEWEST, OLDEST = "newest", "oldest"
#: Text, in bytes, after which a page of the list ends early; one thread is always listed.
TEXT_LIMIT = 200_000
MOST_BYTES_OF_A_CHARACTER = 4

_APPROVED, _REMOVED = State.APPROVED.value, State.REMOVED.value

Write = Callable[[datetime], str]


@dataclass(slots=True)
class PublicComment:
    """What anybody may know of a comment. A tombstone has neither author nor body.

    Times are told in the language of the page that was asked for.
    ``replies_next`` is the cursor to further replies, for a root that has more
    of them than are listed.
    """

    id: int
    page: int
    root: int | None
    parent: int | None
    depth: int
    state: str
    author: str | None
    body: str | None
    lang: str
    dir: str
    created_at: datetime
    created_at_display: str
    edited_at: datetime | None
    edited_at_display: str
    pinned: bool
    replies_next: str | None = None


@dataclass(frozen=True)
class Listing:
    """One page of the list, flat: each root is followed by its replies in their order."""

    items: list[PublicComment]
    next: str | None


def list_page(
    page_id: int, place: Place, *, cursor: str = "", limit: int = 20, order: str = NEWEST
) -> tuple[PagePolicy, Listing] | None:
    """The policy of a page and its conversation, ``limit`` roots at a time, fewer where they are long.

    ``None`` when the public of the site at ``place`` sees no such page, or it
    takes no comments. Pinned roots stand on the first page only.
    """
    after = cursors.decode(cursor) if cursor else None
    found = read(page_id, place, limit=limit, oldest=order == OLDEST, after=after)
    if found is None:
        return None
    return found.policy, _listing(found, limit) if found.policy.shows_comments else Listing([], None)


def _listing(found: Read, limit: int) -> Listing:
    pinned, roots = found.pinned, found.roots
    threads = _with_replies([*pinned, *roots[:limit]], found.replies, _writer(found.language))
    listed = len(pinned) + _fitting(threads[len(pinned) :])
    last = listed - len(pinned)
    next_cursor = cursors.encode(roots[last - 1].created_at, roots[last - 1].pk) if last < len(roots) else None
    return Listing([comment for thread in threads[:listed] for comment in thread], next_cursor)


def _fitting(threads: list[list[PublicComment]]) -> int:
    """How many of ``threads`` fit into one answer; the first one always does."""
    characters = sum(len(comment.body or "") for thread in threads for comment in thread)
    if characters * MOST_BYTES_OF_A_CHARACTER <= TEXT_LIMIT:
        return len(threads)
    size = 0
    for number, thread in enumerate(threads):
        size += sum(len((comment.body or "").encode()) for comment in thread)
        if size > TEXT_LIMIT and number:
            return number
    return len(threads)


def list_replies(page: Any, site: Site, root_id: int, *, cursor: str = "", limit: int = 50) -> Listing | None:
    """Further replies of one thread, in its order; ``None`` when the page has no such thread to show."""
    conversation = _conversation(page, site)
    root = conversation.exclude(listed_at=None).filter(pk=root_id).values("last_position").first()
    if root is None:
        return None
    start = cursors.decode_position(cursor)
    window = conversation.filter(root=root_id, position__gt=start, position__lte=start + limit, shown=True)
    write = _writer(page.locale.language_code)
    items = [_public(row, write) for row in window.order_by("position").values_list(*FIELDS, named=True)]
    end = start + limit
    return Listing(items, cursors.encode_position(end) if root["last_position"] > end else None)


def public_comment(comment: ReaderComment) -> PublicComment:
    """One stored comment as the public may see it."""
    return _public(comment, _writer(comment.page.locale.language_code))


def _conversation(page: Any, site: Site) -> QuerySet:
    """The comments of the page; joined, those of all its translations that the public can read."""
    if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        translations = public_pages(site).filter(translation_key=page.translation_key).order_by()
        return ReaderComment.objects.filter(
            conversation=page.translation_key, page_id__in=list(translations.values_list("pk", flat=True))
        )
    return ReaderComment.objects.filter(page_id=page.pk)


def _writer(language: str) -> Write:
    return moment_writer(language, timezone.get_current_timezone())


def _with_replies(roots: list[Any], replies: list[Any], write: Write) -> list[list[PublicComment]]:
    """Each root with its first replies, in their order."""
    threads: dict[int, list[PublicComment]] = {}
    for root in roots:
        public = _public(root, write)
        if root.last_position > REPLY_WINDOW:
            public.replies_next = cursors.encode_position(REPLY_WINDOW)
        threads[root.pk] = [public]
    for row in replies:
        if row.root_id in threads:
            threads[row.root_id].append(_public(row, write))
    return list(threads.values())


def _public(row: Any, write: Write) -> PublicComment:
    approved = row.state == _APPROVED
    edited_at = row.edited_at if approved else None
    return PublicComment(
        id=row.pk,
        page=row.page_id,
        root=row.root_id,
        parent=row.reply_to_id,
        depth=row.level,
        # Why a comment is gone is between its author and the moderators.
        state=_APPROVED if approved else _REMOVED,
        author=row.user_name if approved else None,
        body=row.comment if approved else None,
        lang=row.language,
        dir=direction(row.language),
        created_at=row.created_at,
        created_at_display=write(row.created_at),
        edited_at=edited_at,
        edited_at_display=write(edited_at) if edited_at else "",
        pinned=row.pinned,
    )
