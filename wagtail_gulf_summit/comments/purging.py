"""What has been kept for long enough goes. Each step works in small portions, and goes on where it was stopped."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from wagtail_gulf_summit.conf import conf

from . import counts, rates
from .errors import Refusal
from .locking import lock_thread
from .models import CommentReport, OutboxMail, ReaderComment, ReaderStanding
from .readers import digest
from .states import State
from .transitions import transition

PORTION = 500
Step = Callable[[datetime], Iterator[int]]


def forget_addresses(now: datetime) -> Iterator[int]:
    """Keyed hashes of IP addresses, and what was computed from them."""
    before = now - timedelta(days=conf.GULF_SUMMIT_COMMENTS_ADDRESS_DAYS)
    old = ReaderComment.objects.filter(created_at__lt=before).exclude(ip_key="")
    for pks in _portions(old):
        yield ReaderComment.objects.filter(pk__in=pks).update(ip_key="", content_digest=None)


def forget_reporters(now: datetime) -> Iterator[int]:
    """Who reported; the reports stay, each under a key that leads to nobody."""
    before = now - timedelta(days=conf.GULF_SUMMIT_COMMENTS_ADDRESS_DAYS)
    for pks in _portions(
        CommentReport.objects.filter(created_at__lt=before).exclude(reader_key__startswith="purged-")
    ):
        reports = list(CommentReport.objects.filter(pk__in=pks))
        for report in reports:
            report.reader_key = f"purged-{digest('purged', report.pk)[:32]}"
        yield CommentReport.objects.bulk_update(reports, ["reader_key"])


def erase_refused(now: datetime) -> Iterator[int]:
    """The words and the author of rejected, spam and removed comments."""
    before = now - timedelta(days=conf.GULF_SUMMIT_COMMENTS_REJECTED_DAYS)
    refused = ReaderComment.objects.filter(state__in=(State.REJECTED, State.SPAM, State.REMOVED))
    refused = refused.alias(since=Coalesce("moderated_at", "edited_at", "created_at")).filter(since__lt=before)
    for pks in _portions(refused):
        yield sum(_erase_one(pk) for pk in pks)


def _erase_one(pk: int) -> int:
    try:
        transition(pk, State.ERASED, reason="purge")
    except Refusal:
        return 0  # decided on, or deleted, since it was listed
    return 1


def delete_unconfirmed(now: datetime) -> Iterator[int]:
    """Comments that nobody can confirm any more; nobody can have answered them."""
    expired = ReaderComment.objects.filter(state=State.UNCONFIRMED, confirm_until__lt=now - timedelta(days=1))
    for pks in _portions(expired):
        yield sum(_delete_one(pk) for pk in pks)


def _delete_one(pk: int) -> int:
    with transaction.atomic():
        try:
            comment = lock_thread(pk)
        except Refusal:
            return 0
        if comment.state != State.UNCONFIRMED:
            return 0
        comment.delete()
        counts.move(comment.page_id, State.UNCONFIRMED, None)
    return 1


def empty_sent_mails(now: datetime) -> Iterator[int]:
    """Addresses of mails that are done with; the row stays, so that the mail is not queued again."""
    before = now - timedelta(days=conf.GULF_SUMMIT_COMMENTS_ADDRESS_DAYS)
    done = OutboxMail.objects.filter(status__in=(OutboxMail.Status.SENT, OutboxMail.Status.FAILED))
    for pks in _portions(done.filter(created_at__lt=before).exclude(to="")):
        yield OutboxMail.objects.filter(pk__in=pks).update(to="", context={}, error="")


def delete_past_bans(now: datetime) -> Iterator[int]:
    """Bans and trust whose time is over."""
    yield ReaderStanding.objects.filter(expires_at__lt=now).delete()[0]


def delete_past_rates(now: datetime) -> Iterator[int]:
    """Counters of rate limits whose window is over."""
    yield rates.forget_past_windows()


STEPS: dict[str, Step] = {
    "addresses": forget_addresses,
    "reporters": forget_reporters,
    "refused": erase_refused,
    "unconfirmed": delete_unconfirmed,
    "mails": empty_sent_mails,
    "bans": delete_past_bans,
    "rates": delete_past_rates,
}


def purge(on_portion: Callable[[str, int], object] = lambda step, count: None) -> dict[str, int]:
    """Run every step; how many rows each changed, by its name."""
    now = timezone.now()
    done = dict.fromkeys(STEPS, 0)
    for name, step in STEPS.items():
        for count in step(now):
            done[name] += count
            on_portion(name, count)
    return done


def _portions(rows: QuerySet) -> Iterator[list[Any]]:
    """Primary keys, ``PORTION`` at a time. Walks by key, so that a row that will not change is met once."""
    last = 0
    rows = rows.order_by(F("pk"))
    while pks := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:PORTION]):
        yield pks
        last = pks[-1]
