"""The outbox is emptied here: a mail is claimed by one process, sent once, and tried again when the server fails."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.core.mail import get_connection
from django.core.mail.utils import DNS_NAME
from django.db import connections
from django.db.models import F
from django.utils import timezone

from wagtail_gulf_summit.conf import conf

from .mailing import compose
from .models import OutboxMail
from .readers import digest

logger = logging.getLogger(__name__)

Status = OutboxMail.Status
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=2)
MAX_ATTEMPTS = 15
#: A claim older than this was left by a process that died.
CLAIM_LASTS = timedelta(minutes=15)
#: So many failures in a row mean that the server is down, not that an address is bad.
FAILURES_TO_STOP = 3


@dataclass
class Tally:
    """What became of the mails that were due."""

    sent: int = 0
    postponed: int = 0
    given_up: int = 0
    moot: int = 0


def send_due(limit: int | None = None, on_each: Callable[[], object] = lambda: None) -> Tally:
    """Send what is due, at most ``limit`` mails. Not inside a transaction: others have to see each claim."""
    give_up_lost_claims()
    tally = Tally()
    connection = get_connection(timeout=conf.EMAIL_TIMEOUT)
    failures = 0
    try:
        while failures < FAILURES_TO_STOP and (limit is None or sum(vars(tally).values()) < limit):
            mail = _claim()
            if mail is None:
                break
            failures = 0 if _send(mail, connection, tally) else failures + 1
            on_each()
    finally:
        _close(connection)
    return tally


def send_soon() -> None:
    """Try what is due, after a commit, unless the last try failed. Never raises: the outbox keeps the rest."""
    try:
        if not OutboxMail.objects.filter(status=Status.QUEUED, attempts__gt=0, due_at__gt=timezone.now()).exists():
            send_due(limit=5)
    except Exception:
        logger.exception("The outbox of reader comments could not be emptied; its mails are kept.")


def send_beside() -> None:
    """As ``send_soon``, in a thread of its own: how long the request takes tells nobody that there was a mail."""
    threading.Thread(target=_send_and_close, name="reader-comments-mail").start()


def _send_and_close() -> None:
    send_soon()
    connections.close_all()


def give_up_lost_claims() -> int:
    """Mails of a process that died while sending: they may have left, so they are not sent a second time."""
    lost = OutboxMail.objects.filter(status=Status.SENDING, claimed_at__lt=timezone.now() - CLAIM_LASTS)
    return lost.update(status=Status.FAILED, context={}, error="interrupted while sending")


def _claim() -> OutboxMail | None:
    due = OutboxMail.objects.filter(status=Status.QUEUED, due_at__lte=timezone.now()).order_by("due_at", "pk")
    while (pk := due.values_list("pk", flat=True).first()) is not None:
        # One statement, so that of two processes only one finds the row queued.
        mine = OutboxMail.objects.filter(pk=pk, status=Status.QUEUED).update(
            status=Status.SENDING, claimed_at=timezone.now(), attempts=F("attempts") + 1
        )
        if mine:
            return OutboxMail.objects.select_related("comment__page").filter(pk=pk).first()
    return None


def _send(mail: OutboxMail, connection: Any, tally: Tally) -> bool:
    """Whether the next mail is worth a try."""
    row = OutboxMail.objects.filter(pk=mail.pk)
    try:
        message = compose(mail)
        if message is None:
            row.delete()
            tally.moot += 1
            return True
        # The same at every try: a server that took the mail and lost the answer can tell.
        message.extra_headers["Message-ID"] = f"<{digest('mail', mail.dedupe)[:32]}@{DNS_NAME}>"
        message.connection = connection
        connection.open()
        message.send()
    except Exception as error:
        _close(connection)
        refused = isinstance(error, SMTPRecipientsRefused) and all(
            code >= 500 for code, _ in error.recipients.values()
        )
        if refused or mail.attempts >= MAX_ATTEMPTS:
            row.update(status=Status.FAILED, context={}, error=_short(error))
            tally.given_up += 1
            return refused
        wait = min(FIRST_WAIT * 2 ** (mail.attempts - 1), LONGEST_WAIT)
        row.update(status=Status.QUEUED, claimed_at=None, due_at=timezone.now() + wait, error=_short(error))
        tally.postponed += 1
        logger.warning("A mail of the outbox was postponed: %s", type(error).__name__)
        return False
    # The token has done its work; the database keeps its digest alone.
    row.update(status=Status.SENT, sent_at=timezone.now(), context={}, error="")
    tally.sent += 1
    return True


def _short(error: Exception) -> str:
    """The kind of error; its text may quote the address."""
    return type(error).__name__[:255]


def _close(connection: Any) -> None:
    try:
        connection.close()
    except Exception:
        logger.warning("The connection to the mail server could not be closed.")
