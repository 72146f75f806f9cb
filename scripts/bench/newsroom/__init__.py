"""The newsroom API beside Wagtail's own and beside a view that only returns bytes."""

from scripts.bench.tools import Bench


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.delivery.models import StoredDocument

    from . import articles, measured

    total = bench.items(20_000)
    articles.make_site()
    have = StoredDocument.objects.filter(kind="article").count()
    bench.load("articles", total, have, articles.make_articles, batch=articles.MODELS)
    measured.run(bench)
