"""Within a short time the author may change a comment or take it back."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from . import rates, visibility
from .candidates import candidate_of, content_digest, search_text
from .clean import clean_body
from .errors import Refusal, invalid
from .locking import comment_not_found, lock_thread
from .models import CommentRevision, ReaderComment
from .pages import find_page
from .pipeline.judge import judge
from .pipeline.rules import repeated
from .states import State
from .tokens import check_edit_token
from .transitions import WITHDRAWN, transition

EDITABLE = (State.UNCONFIRMED, State.PENDING, State.APPROVED)


def edit(comment_id: int, token: str, body: str, site: object) -> ReaderComment:
    """Replace the text and judge it again; a worse judgement takes an approved comment back to the queue."""
    check_edit_token(token, comment_id)
    body = _clean(body)
    rates.hit("edit", str(comment_id))
    try:
        with transaction.atomic():
            comment = _editable(comment_id)
            page = find_page(comment.page_id, site)
            if comment.comment == body:
                return comment
            CommentRevision.objects.create(comment=comment, body=comment.comment)
            comment.comment = body
            comment.content_digest = content_digest(comment)
            judgement = judge(candidate_of(comment, page, stage="edit", proven=comment.confirmed_at is not None))
            ReaderComment.objects.filter(pk=comment_id).update(
                comment=body,
                content_digest=comment.content_digest,
                search_text=search_text(comment),
                edited_at=timezone.now(),
                signals=judgement.as_signals(),
                score=judgement.score,
                held_by=judgement.reason,
            )
            return _after_edit(comment, judgement.state, judgement.reason)
    except IntegrityError:
        raise repeated() from None


def _after_edit(comment: ReaderComment, judged: str, reason: str) -> ReaderComment:
    """Judged milder, nothing changes: only a moderator or the confirmation brings a comment forward."""
    lowered = {
        State.APPROVED: (State.PENDING, State.REJECTED, State.SPAM),
        State.PENDING: (State.REJECTED, State.SPAM),
        State.UNCONFIRMED: (State.REJECTED, State.SPAM),
    }
    if judged in lowered[State(comment.state)]:
        return transition(comment.pk, judged, expected=comment.state, reason=reason)
    if comment.state == State.APPROVED:
        visibility.announce(comment.page_id)
    comment.refresh_from_db()
    return comment


def withdraw(comment_id: int, token: str) -> ReaderComment:
    """Take the comment back; a tombstone stays where it has replies."""
    check_edit_token(token, comment_id)
    with transaction.atomic():
        comment = _editable(comment_id)
        return transition(comment_id, State.REMOVED, expected=comment.state, reason=WITHDRAWN)


def _editable(comment_id: int) -> ReaderComment:
    comment = lock_thread(comment_id)
    if comment.state not in EDITABLE:
        raise comment_not_found()
    if timezone.now() >= comment.created_at + timedelta(minutes=conf.GULF_SUMMIT_COMMENTS_EDIT_MINUTES):
        raise Refusal("edit-expired", _("The time for changing this comment is over."))
    return comment


def _clean(body: str) -> str:
    try:
        return clean_body(body, conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH)
    except ValidationError as error:
        raise invalid({"body": error.message}) from None
