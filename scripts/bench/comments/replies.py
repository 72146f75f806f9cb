"""Two hundred replies to one thread, eight at a time: ours, and django-comments-xtd as it comes."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import override_settings
from django_comments_xtd import models as xtd_models
from django_comments_xtd.models import XtdComment

from scripts.bench.tools import Bench
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.posting import NewComment, post
from wagtail_gulf_summit.comments.tokens import issue_form_token
from wagtail_gulf_summit.pages.models import ArticlePage

REPLIES, THREADS = 200, 8
RATES = dict.fromkeys(("post", "mail_address", "mail_ip"), "100000/minute")


def measure(bench: Bench, pages: list[ArticlePage]) -> None:
    page = pages[-1]
    settings = {
        "GULF_SUMMIT_COMMENTS_RATES": RATES,
        "GULF_SUMMIT_COMMENTS_TOKEN_AGE": (0, 7200),
        "GULF_SUMMIT_COMMENTS_SEND_AT_ONCE": False,
    }
    # The base library has read its settings already.
    levels = patch.object(xtd_models, "max_thread_level_for_content_type", lambda content_type: 3)
    with override_settings(**settings), levels:
        rows = [_ours(bench, page), _stock(page)]
    columns = ["", "seconds", "stored", "right parent", "different places", "errors"]
    bench.table(f"{REPLIES} replies to one thread by {THREADS} threads", columns, rows)


def _ours(bench: Bench, page: ArticlePage) -> list[object]:
    root = ReaderComment.objects.filter(page=page, state="approved", root=None).earliest("pk")
    before = set(ReaderComment.objects.filter(reply_to=root).values_list("pk", flat=True))
    tokens = [issue_form_token(page.pk, None) for _ in range(REPLIES)]
    run = time.time_ns()

    def reply(number: int) -> None:
        new = NewComment(
            page=page,
            name="قارئ",
            email=f"reader{number}@example.com",
            body=f"رد {run} {number}",
            token=tokens[number],
            parent_id=root.pk,
        )
        post(new)

    seconds, errors = _at_once(reply)
    stored = ReaderComment.objects.filter(reply_to=root).exclude(pk__in=before)
    right = stored.filter(root=root, parent_id=root.pk, thread_id=root.pk, level=1).count()
    positions = ReaderComment.objects.filter(root=root).values_list("position", flat=True)
    bench.check("replies lost or misplaced", REPLIES - right + len(positions) - len(set(positions)), 0)
    bench.check("errors", sum(errors.values()), 0)
    places = stored.values("position").distinct().count()
    return ["ours: judged, counted, mail queued", f"{seconds:.1f}", stored.count(), right, places, _told(errors)]


def _stock(page: ArticlePage) -> list[object]:
    """Its rows stand on an object of their own, and go again."""
    kind = ContentType.objects.get_for_model(ContentType)
    mine = {"content_type": kind, "object_pk": str(kind.pk), "site_id": 1}
    root = XtdComment.objects.create(**mine, comment="root", user_name="x", is_public=True)

    def reply(number: int) -> None:
        XtdComment.objects.create(**mine, comment=f"reply {number}", user_name="x", parent_id=root.pk, is_public=True)

    seconds, errors = _at_once(reply)
    stored = XtdComment.objects.filter(content_type=kind).exclude(pk=root.pk)
    right = stored.filter(thread_id=root.pk, parent_id=root.pk, level=1).count()
    places = stored.values("order").distinct().count()
    row = ["django-comments-xtd: saved alone", f"{seconds:.1f}", stored.count(), right, places, _told(errors)]
    stored.delete()
    root.delete()
    return row


def _at_once(work: Callable[[int], None]) -> tuple[float, Counter[str]]:
    errors: Counter[str] = Counter()

    def safely(number: int) -> None:
        try:
            work(number)
        except Exception as error:
            errors[type(error).__name__] += 1

    started = time.perf_counter()
    with ThreadPoolExecutor(THREADS, initializer=connection.ensure_connection) as pool:
        list(pool.map(safely, range(REPLIES)))
        for _thread in range(THREADS):
            pool.submit(connection.close)
    return time.perf_counter() - started, errors


def _told(errors: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in errors.items()) or "0"
