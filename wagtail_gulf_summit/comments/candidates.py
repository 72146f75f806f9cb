"""A comment, stored or about to be, as the pipeline's rules see it."""

from typing import Any

from wagtail_gulf_summit.arabic.fold import fold

from .models import ReaderComment
from .pipeline.judge import Candidate
from .pipeline.words import same_words
from .policy import policy_of
from .readers import digest


def candidate_of(
    comment: ReaderComment, page: Any, *, stage: str, proven: bool, address: str = "", user_agent: str = ""
) -> Candidate:
    """``comment`` at one ``stage`` of its life: "post", "confirm" or "edit"."""
    return Candidate(
        stage=stage,
        body=comment.comment,
        name=comment.user_name,
        email=comment.user_email,
        url=comment.user_url,
        language=comment.language,
        page=page,
        policy=policy_of(page),
        author_key=comment.author_key,
        ip_key=comment.ip_key,
        is_member=comment.user_id is not None,
        proven=proven,
        content_digest=comment.content_digest or "",
        posted_at=comment.created_at,
        address=address,
        user_agent=user_agent,
        comment_id=comment.pk,
        reply_to_id=comment.reply_to_id,
    )


def content_digest(comment: ReaderComment) -> str:
    """The same for the same words of one author in one place, whatever their spelling and spacing.

    A guest is an address and the network it is used from: whoever repeats
    another reader's words under a guessed e-mail address learns nothing.
    """
    network = "" if comment.user_id else comment.ip_key
    place = (comment.page_id, comment.reply_to_id or 0)
    return digest("content", *place, comment.author_key, network, same_words(comment.comment))


def search_text(comment: ReaderComment) -> str:
    """What the desk's search looks in."""
    return fold(f"{comment.user_name}\n{comment.comment}")
