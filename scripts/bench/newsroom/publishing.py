"""What it costs to publish an article, with and without its document."""

import random
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.signals import page_published

from scripts.bench.tools import Bench, cpu

ROUNDS = 60


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.pages.models import ArticlePage

    pks = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True)[:20])
    dice = random.Random(1)

    def publish(pk: int) -> None:
        page = ArticlePage.objects.get(pk=pk)
        page.title = f"{page.title[:60]} {dice.randrange(1000)}"
        with transaction.atomic():
            page.save_revision().publish()

    def plain(pk: int) -> float:
        with without_documents():
            return cpu.of_call(lambda: publish(pk)) / 1e6

    def whole(pk: int) -> float:
        return cpu.of_call(lambda: publish(pk)) / 1e6

    publish(pks[0])
    # In pairs of one article, now the one first and now the other: what the machine does between pairs is left out.
    without, more = [], []
    for number in range(ROUNDS):
        pk = pks[number % len(pks)]
        if number % 2:
            dearer, cheaper = whole(pk), plain(pk)
        else:
            cheaper, dearer = plain(pk), whole(pk)
        without.append(cheaper)
        more.append(dearer - cheaper)
    without_ms, more_ms = statistics.median(without), statistics.median(more)
    rows = [["without its document", f"{without_ms:.1f}"], ["what the document adds", f"{more_ms:.1f}"]]
    bench.table("Publishing an article", ["", "ms"], rows)
    bench.check("publishing: times without its document", 1 + more_ms / without_ms, 1.1)


@contextmanager
def without_documents() -> Iterator[None]:
    """As long as it lasts, nothing is told to the store."""
    from wagtail_gulf_summit.delivery import signals

    listening: list[tuple[Any, str, Callable[..., None]]] = [
        (pre_save, "saving", signals.on_saving),
        (post_save, "save", signals.on_save),
        (pre_delete, "delete", signals.on_delete),
        (post_delete, "deleted", signals.on_deleted),
        (page_published, "published", signals.on_published),
    ]
    for signal, name, _receiver in listening:
        signal.disconnect(dispatch_uid=f"gulf_summit_documents_{name}")
    try:
        yield
    finally:
        for signal, name, receiver in listening:
            signal.connect(receiver, dispatch_uid=f"gulf_summit_documents_{name}")
