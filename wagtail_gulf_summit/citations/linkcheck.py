"""Looking after the web addresses of sources: a few at a time, and no host twice in a row without a pause."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from .models import LinkCheck, Source
from .probing import Answer, probe


def due_sources(older_than: timedelta) -> QuerySet[Source]:
    """Sources with an address that was not checked since, those never checked first."""
    since = timezone.now() - older_than
    unchecked = Q(link_check__isnull=True) | Q(link_check__checked_at__lt=since) | ~Q(link_check__url=F("url"))
    return (
        Source.objects.exclude(url="")
        .filter(unchecked)
        .order_by(F("link_check__checked_at").asc(nulls_first=True), "pk")
    )


def check_links(
    *,
    limit: int,
    older_than: timedelta = timedelta(days=30),
    delay: float = 1.0,
    timeout: float = 10,
    allow_private: bool = False,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[tuple[Source, Answer]]:
    """Check at most ``limit`` addresses and keep the answers; ``delay``: seconds between requests to one host.

    Raises ``probing.Offline``, with the answers until then kept.
    """
    last_asked: dict[str, float] = {}
    for source in due_sources(older_than)[:limit]:
        host = urlsplit(source.url).hostname or ""
        wait = last_asked.get(host, float("-inf")) + delay - time.monotonic()
        if wait > 0:
            pause(wait)
        answer = probe(source.url, timeout=timeout, allow_private=allow_private)
        last_asked[host] = time.monotonic()
        keep_answer(source, answer)
        yield source, answer


def keep_answer(source: Source, answer: Answer) -> None:
    """A refused address is kept as not checked, not as dead."""
    error = "" if answer.refused else answer.error
    values = {"url": source.url, "status": answer.status, "error": error, "checked_at": timezone.now()}
    LinkCheck.objects.update_or_create(source=source, defaults=values)
