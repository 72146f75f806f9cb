"""What a moderator sees of a comment in a list, gathered for a whole list at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.pages import page_model
from wagtail_gulf_summit.comments.states import State

from .permissions import visible_comments


@dataclass(frozen=True)
class Author:
    """An author's record: comments approved and turned down, and the standing, if any."""

    approved: int = 0
    turned_down: int = 0
    standing: str = ""

    @property
    def is_new(self) -> bool:
        return not self.approved and not self.turned_down


@dataclass(frozen=True)
class Card:
    comment: ReaderComment
    section: Any
    author: Author
    answered: ReaderComment | None
    note_count: int

    @property
    def key(self) -> str:
        """How a form names the comment: its id, and the state it was seen in."""
        return f"{self.comment.pk}:{self.comment.state}"


def cards_for(user: Any, comments: Iterable[ReaderComment]) -> list[Card]:
    """One card for each comment as ``user`` may see it, in a constant number of queries."""
    comments = list(comments)
    authors = authors_of(user, comments)
    sections = _sections_of(comments)
    answered = visible_comments(user).in_bulk({comment.reply_to_id for comment in comments if comment.reply_to_id})
    notes = dict(
        ReaderComment.objects.filter(pk__in=[comment.pk for comment in comments])
        .annotate(note_count=Count("notes"))
        .order_by()
        .values_list("pk", "note_count")
    )
    return [
        Card(
            comment,
            sections.get(comment.page.path[: -comment.page.steplen]),
            authors.get(comment.author_key, Author()),
            answered.get(comment.reply_to_id),
            notes.get(comment.pk, 0),
        )
        for comment in comments
    ]


def authors_of(user: Any, comments: list[ReaderComment]) -> dict[str, Author]:
    """The records of the comments' authors where ``user`` moderates, by author key. Three queries."""
    keys = {comment.author_key for comment in comments}
    down = Q(state__in=(State.REJECTED, State.SPAM, State.REMOVED))
    records = (
        visible_comments(user)
        .filter(author_key__in=keys)
        .order_by()
        .values("author_key")
        .annotate(approved=Count("pk", filter=Q(state=State.APPROVED)), turned_down=Count("pk", filter=down))
    )
    standings = dict(
        ReaderStanding.objects.filter(subject=ReaderStanding.Subject.EMAIL, key__in=keys).values_list(
            "key", "standing"
        )
    )
    return {
        record["author_key"]: Author(
            record["approved"], record["turned_down"], standings.get(record["author_key"], "")
        )
        for record in records
    }


def _sections_of(comments: list[ReaderComment]) -> dict[str, Any]:
    paths = {comment.page.path[: -comment.page.steplen] for comment in comments}
    return {page.path: page for page in page_model().objects.filter(path__in=paths)}
