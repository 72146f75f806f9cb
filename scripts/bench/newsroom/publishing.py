"""What it costs to publish an article, with and without its document."""

import random
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_published

from scripts.bench.tools import Bench, cpu

ROUNDS = 25


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.pages.models import ArticlePage

    pks = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True)[:20])
    dice = random.Random(1)

    def publish() -> None:
        page = ArticlePage.objects.get(pk=dice.choice(pks))
        page.title = f"{page.title[:60]} {dice.randrange(1000)}"
        with transaction.atomic():
            page.save_revision().publish()

    publish()
    spent: dict[str, list[float]] = {"with its document": [], "without": []}
    for _round in range(ROUNDS):
        spent["with its document"].append(cpu.of_call(publish) / 1e6)
        with without_documents():
            spent["without"].append(cpu.of_call(publish) / 1e6)
    medians = {name: statistics.median(values) for name, values in spent.items()}
    bench.table("Publishing an article", ["", "ms"], [[name, f"{ms:.1f}"] for name, ms in medians.items()])
    bench.check("publishing: times without its document", medians["with its document"] / medians["without"], 1.1)


@contextmanager
def without_documents() -> Iterator[None]:
    """As long as it lasts, nothing is told to the store."""
    from wagtail_gulf_summit.delivery import signals

    listening: list[tuple[Any, str, Callable[..., None]]] = [
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
