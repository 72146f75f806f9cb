"""Mails are put in the outbox with the change they tell of, and sent later by ``sending``."""

from datetime import datetime
from typing import Any

from django.db import transaction

from wagtail_gulf_summit.conf import conf

from . import rates
from .models import OutboxMail, ReaderComment
from .sending import send_beside, send_soon
from .states import State


def queue_confirmation(comment: ReaderComment, token: str) -> None:
    """Ask the author to confirm; refused when the address or the reader's IP has had too many mails."""
    rates.hit("mail_address", comment.author_key)
    if comment.ip_key:
        rates.hit("mail_ip", comment.ip_key)
    queue(
        OutboxMail.Kind.CONFIRM,
        to=comment.user_email,
        language=comment.language,
        comment=comment,
        context={"token": token},
        dedupe=f"confirm:{comment.pk}",
    )


def queue_follow_up(reply: ReaderComment) -> None:
    """Tell the author of the answered comment, if they asked for it, that a reply was approved. Once per reply.

    Only to a proven address: anybody can type somebody else's.
    """
    asked = ReaderComment.objects.filter(pk=reply.reply_to_id, followup=True, state=State.APPROVED)
    answered = asked.exclude(confirmed_at=None).first()
    if answered is None or not answered.user_email or answered.author_key == reply.author_key:
        return
    queue(
        OutboxMail.Kind.FOLLOW_UP,
        to=answered.user_email,
        language=answered.language,
        comment=reply,
        context={"answered": answered.pk},
        dedupe=f"follow_up:{reply.pk}",
    )


def queue(
    kind: str,
    *,
    to: str,
    language: str,
    dedupe: str,
    comment: ReaderComment | None = None,
    context: dict[str, Any] | None = None,
    due_at: datetime | None = None,
    unseen: bool = False,
) -> None:
    """Put one mail in the outbox; a second one with the same ``dedupe`` changes nothing.

    ``unseen`` sends it beside the request, which then takes no longer than one that sends none.
    """
    mail = OutboxMail(kind=kind, to=to, language=language, comment=comment, context=context or {}, dedupe=dedupe)
    if due_at:
        mail.due_at = due_at
    OutboxMail.objects.bulk_create([mail], ignore_conflicts=True)
    if conf.GULF_SUMMIT_COMMENTS_SEND_AT_ONCE and not due_at:
        transaction.on_commit(send_beside if unseen else send_soon)
