"""The public list of a page's comments: roots by keyset, their first replies in one query."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Site

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.conf import conf

from . import cursors
from .models import ReaderComment
from .pages import public_pages
from .states import State

NEWEST, OLDEST = "newest", "oldest"
#: Places of each thread that are listed with its root; ``replies_next`` leads to the others.
REPLY_WINDOW = 20
PINNED_LIMIT = 5
#: Text, in bytes, after which a page of the list ends early; one thread is always listed.
TEXT_LIMIT = 200_000


@dataclass(frozen=True)
class PublicComment:
    """What anybody may know of a comment. A tombstone has neither author nor body.

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
    edited_at: datetime | None
    pinned: bool
    replies_next: str | None = None


@dataclass(frozen=True)
class Listing:
    """One page of the list, flat: each root is followed by its replies in their order."""

    items: list[PublicComment]
    next: str | None


FIELDS = (
    *("pk", "page_id", "root_id", "reply_to_id", "level", "position", "last_position", "state", "user_name"),
    *("comment", "language", "created_at", "edited_at", "pinned", "listed_at"),
)


def list_roots(page: Any, site: Site, *, cursor: str = "", limit: int = 20, order: str = NEWEST) -> Listing:
    """The page's conversation, ``limit`` roots at a time, fewer where they are long.

    Pinned roots stand on the first page only.
    """
    conversation = _conversation(page, site)
    listed_roots = conversation.exclude(listed_at=None)
    roots = _after(listed_roots.filter(pinned=False), cursor, order)
    rows = list(_ordered(roots, order).values(*FIELDS)[: limit + 1])
    pinned = [] if cursor else list(_ordered(listed_roots.filter(pinned=True), order).values(*FIELDS)[:PINNED_LIMIT])
    threads = _with_replies([*pinned, *rows[:limit]], conversation)
    listed = len(pinned) + _fitting(threads[len(pinned) :])
    last = listed - len(pinned)
    next_cursor = cursors.encode(rows[last - 1]["listed_at"], rows[last - 1]["pk"]) if last < len(rows) else None
    return Listing([comment for thread in threads[:listed] for comment in thread], next_cursor)


def _fitting(threads: list[list[PublicComment]]) -> int:
    """How many of ``threads`` fit into one answer; the first one always does."""
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
    items = [_public(row) for row in window.order_by("position").values(*FIELDS)]
    end = start + limit
    return Listing(items, cursors.encode_position(end) if root["last_position"] > end else None)


def public_comment(comment: ReaderComment) -> PublicComment:
    """One stored comment as the public may see it."""
    return _public({**{name: getattr(comment, name) for name in FIELDS}})


def _conversation(page: Any, site: Site) -> QuerySet:
    """The comments of the page; joined, those of all its translations that the public can read."""
    if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        translations = public_pages(site).filter(translation_key=page.translation_key).order_by()
        return ReaderComment.objects.filter(
            conversation=page.translation_key, page_id__in=list(translations.values_list("pk", flat=True))
        )
    return ReaderComment.objects.filter(page_id=page.pk)


def _ordered(roots: QuerySet, order: str) -> QuerySet:
    return roots.order_by("listed_at", "pk") if order == OLDEST else roots.order_by("-listed_at", "-pk")


def _after(roots: QuerySet, cursor: str, order: str) -> QuerySet:
    if not cursor:
        return roots
    time, pk = cursors.decode(cursor)
    # An index serves the first comparison. The other parts equal times, and is written so that a planner does not take
    # it for a reason to expect next to nothing, and to sort what the index has in order.
    if order == OLDEST:
        return roots.filter(listed_at__gte=time).exclude(listed_at=time, pk__lte=pk)
    return roots.filter(listed_at__lte=time).exclude(listed_at=time, pk__gte=pk)


def _with_replies(roots: list[dict[str, Any]], conversation: QuerySet) -> list[list[PublicComment]]:
    """Each root with its first replies, in their order. One query for all replies."""
    threads: dict[int, list[PublicComment]] = {root["pk"]: [] for root in roots if root["last_position"]}
    if threads:
        replies = conversation.filter(root__in=threads, position__lte=REPLY_WINDOW, shown=True)
        for row in replies.order_by("root_id", "position").values(*FIELDS):
            threads[row["root_id"]].append(_public(row))
    listed = []
    for root in roots:
        public = _public(root)
        if root["last_position"] > REPLY_WINDOW:
            public = replace(public, replies_next=cursors.encode_position(REPLY_WINDOW))
        listed.append([public, *threads.get(root["pk"], [])])
    return listed


def _public(row: dict[str, Any]) -> PublicComment:
    approved = row["state"] == State.APPROVED
    return PublicComment(
        id=row["pk"],
        page=row["page_id"],
        root=row["root_id"],
        parent=row["reply_to_id"],
        depth=row["level"],
        # Why a comment is gone is between its author and the moderators.
        state=State.APPROVED.value if approved else State.REMOVED.value,
        author=row["user_name"] if approved else None,
        body=row["comment"] if approved else None,
        lang=row["language"],
        dir=direction(row["language"]),
        created_at=row["created_at"],
        edited_at=row["edited_at"] if approved else None,
        pinned=row["pinned"],
    )
