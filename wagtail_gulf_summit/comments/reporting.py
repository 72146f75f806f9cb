"""Readers report a comment to the moderators."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from wagtail_gulf_summit.conf import conf

from . import rates
from .clean import clean_note
from .errors import invalid
from .locking import comment_not_found, lock_thread
from .models import CommentReport, ReaderComment
from .pages import find_page
from .policy import policy_of
from .readers import digest
from .states import State
from .transitions import transition


def reader_key(user_id: int | None, ip_key: str) -> str:
    """Who reports: a member, or whoever shares an IP address."""
    return digest("reporter", user_id or "", "" if user_id else ip_key)


def report(comment_id: int, site: object, *, reader: str, reason: str, details: str = "") -> bool:
    """Keep one report per reader; returns whether it is the reader's first of this comment.

    Enough reports take an approved comment back to the queue, once: a
    moderator who approves it again has the last word.
    """
    try:
        details = clean_note(details)
    except ValidationError as error:
        raise invalid({"details": error.message}) from None
    comment = ReaderComment.objects.filter(pk=comment_id, state=State.APPROVED).first()
    if comment is None or not policy_of(find_page(comment.page_id, site)).shows_comments:
        raise comment_not_found()
    rates.hit("report", reader)
    with transaction.atomic():
        comment = lock_thread(comment_id)
        _report, created = CommentReport.objects.get_or_create(
            comment_id=comment_id, reader_key=reader, defaults={"reason": reason, "details": details}
        )
        if not created:
            return False
        ReaderComment.objects.filter(pk=comment_id).update(report_count=F("report_count") + 1)
        enough = conf.GULF_SUMMIT_COMMENTS_REPORTS_TO_HOLD
        if comment.state == State.APPROVED and comment.report_count + 1 == enough:
            transition(
                comment_id, State.PENDING, expected=State.APPROVED, reason="reports", changes={"held_by": "reports"}
            )
    return True
