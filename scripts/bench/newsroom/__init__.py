"""The newsroom API beside Wagtail's own and beside a view that only returns bytes."""

import sys

from scripts.bench.tools import Bench
from scripts.bench.tools.database import copy_database

#: How many times fewer articles the database has that shows what growth costs.
FEWER = 20


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.delivery.models import StoredDocument
    from wagtail_gulf_summit.delivery.store.rebuild import out_of_date

    from . import articles, measured, publishing

    articles.make_site()
    total = bench.items(20_000)
    stored = StoredDocument.objects.filter(kind="article")
    bench.load("a twentieth of the articles", total // FEWER, stored.count(), articles.make_articles, articles.MODELS)
    small = copy_database("small")
    bench.load("articles", total, stored.count(), articles.make_articles, articles.MODELS)
    if out_of_date().exists():
        sys.exit(
            "The documents are of another version of the package. Drop the benchmark's databases, and run it again."
        )
    measured.run(bench, {"DATABASE_URL": small})
    publishing.run(bench)
