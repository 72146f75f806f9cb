"""What goes when a comment is erased: all that is personal. The row stays, so that its thread does."""

from typing import Any

from .models import CommentReport, CommentRevision, ModeratorNote, OutboxMail, ReaderComment


def erased_fields(comment: ReaderComment) -> dict[str, Any]:
    """The values that an erased comment is left with."""
    return {
        "user": None,
        "user_name": "",
        "user_email": "",
        "user_url": "",
        "comment": "",
        "ip_address": None,
        "followup": False,
        "search_text": "",
        "signals": [],
        "author_key": "",
        "ip_key": "",
        "confirmation_digest": None,
        "token_digest": None,
        "content_digest": None,
        # An imported comment has no form token. It keeps its key, lest the next import brings it back.
        "idempotency_digest": None if comment.token_digest else comment.idempotency_digest,
    }


def delete_traces(comment_id: int) -> None:
    """Earlier versions, mails, moderators' notes and readers' reports go with the text they speak of."""
    for model in (CommentRevision, OutboxMail, ModeratorNote, CommentReport):
        model._default_manager.filter(comment_id=comment_id).delete()
