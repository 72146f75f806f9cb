"""The author answers the confirmation mail. Only this, never a GET, publishes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.signals import confirmation_received

from .candidates import candidate_of
from .errors import Refusal
from .locking import lock_thread
from .models import ReaderComment
from .pages import find_page
from .pipeline.judge import judge
from .states import State
from .tokens import confirmation_digest
from .transitions import transition


def confirm(token: str, site: object, request: object = None) -> ReaderComment:
    """Judge an unconfirmed comment again and let it go on. Serves once, until it expires."""
    digest = confirmation_digest(token)
    comment_id = ReaderComment.objects.filter(confirmation_digest=digest).values_list("pk", flat=True).first()
    if comment_id is None:
        raise Refusal("confirmation-invalid", _("This confirmation link is not valid."))
    with transaction.atomic():
        comment = lock_thread(comment_id)
        _check_unused(comment)
        page = find_page(comment.page_id, site)
        judgement = judge(candidate_of(comment, page, stage="confirm", proven=True))
        comment = transition(
            comment_id,
            judgement.state,
            expected=State.UNCONFIRMED,
            reason=judgement.reason,
            changes={
                "confirmed_at": timezone.now(),
                "held_by": judgement.reason,
                "signals": judgement.as_signals(),
                "score": judgement.score,
            },
        )
        transaction.on_commit(
            lambda: confirmation_received.send(sender=ReaderComment, comment=comment, request=request), robust=True
        )
    return comment


def _check_unused(comment: ReaderComment) -> None:
    if comment.state in (State.REMOVED, State.ERASED):
        raise Refusal("confirmation-invalid", _("This confirmation link is not valid."))
    if comment.state != State.UNCONFIRMED:
        raise Refusal("confirmation-used", _("This comment has been confirmed already."))
    if comment.confirm_until is None or comment.confirm_until <= timezone.now():
        raise Refusal("confirmation-expired", _("This confirmation link has expired. Write the comment again."))
