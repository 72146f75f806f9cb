"""How often something may be done, counted by the ``limits`` library."""

import math
import time
from datetime import timedelta
from functools import cache

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from limits import parse_many
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from wagtail_gulf_summit.conf import conf

from .errors import Refusal
from .models import RateCounter


class DatabaseStorage(Storage):
    """Counts in the site's database: exact across server processes, and with nothing more to run."""

    STORAGE_SCHEME = ["gulf-summit-database"]

    @property
    def base_exceptions(self) -> tuple[type[Exception], ...]:
        return ()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        now = timezone.now()
        with transaction.atomic():
            running = RateCounter.objects.filter(key=key, expires_at__gt=now)
            if running.update(count=F("count") + amount):
                return running.values_list("count", flat=True).get()
            fresh = {"count": amount, "expires_at": now + timedelta(seconds=expiry)}
            counter, created = RateCounter.objects.select_for_update().get_or_create(key=key, defaults=fresh)
            if created:
                return amount
            # Another process made the row meanwhile, or it is left from a window that is over.
            if counter.expires_at > now:
                fresh = {"count": counter.count + amount, "expires_at": counter.expires_at}
            RateCounter.objects.filter(key=key).update(**fresh)
            return counter.count + amount if counter.expires_at > now else amount

    def get(self, key: str) -> int:
        counter = RateCounter.objects.filter(key=key, expires_at__gt=timezone.now()).first()
        return counter.count if counter else 0

    def get_expiry(self, key: str) -> float:
        counter = RateCounter.objects.filter(key=key).first()
        return counter.expires_at.timestamp() if counter else time.time()

    def check(self) -> bool:
        RateCounter.objects.exists()
        return True

    def reset(self) -> int | None:
        return RateCounter.objects.all().delete()[0]

    def clear(self, key: str) -> None:
        RateCounter.objects.filter(key=key).delete()


@cache
def _limiter(storage: str) -> FixedWindowRateLimiter:
    return FixedWindowRateLimiter(storage_from_string(storage))


def hit(rate: str, identifier: str) -> None:
    """Count one use by ``identifier`` of ``rate``, a key of ``GULF_SUMMIT_COMMENTS_RATES``; refused above it."""
    limiter = _limiter(conf.GULF_SUMMIT_COMMENTS_RATE_STORAGE)
    for item in parse_many(conf.GULF_SUMMIT_COMMENTS_RATES[rate]):
        if not limiter.hit(item, rate, identifier):
            reset_at = limiter.get_window_stats(item, rate, identifier).reset_time
            raise Refusal(
                "too-many",
                _("That was too often. Try again later."),
                retry_after=max(1, math.ceil(reset_at - time.time())),
            )


def forget_past_windows() -> int:
    """Delete counters of windows that are over; returns how many."""
    return RateCounter.objects.filter(expires_at__lte=timezone.now()).delete()[0]
