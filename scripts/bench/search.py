"""Search over a hundred thousand articles: by the index of texts, whether a word is rare or in every one of them.

Wagtail's own search is measured beside it for the rare word alone: it ranks every match.
"""

import re
from urllib.parse import quote

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from scripts.bench.tools import Bench, Request, measure
from scripts.bench.tools.database import copy_database

FEWER = 20
SCAN = re.compile(r"Seq Scan on (?:wagtailsearch_indexentry|wagtailcore_page|gulf_summit_delivery_\w+)")


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.delivery.models import StoredDocument

    from .newsroom import articles

    articles.make_site()
    total = bench.items(100_000)
    stored = StoredDocument.objects.filter(kind="article")
    bench.load("a twentieth of the articles", total // FEWER, stored.count(), articles.make_articles, articles.MODELS)
    small = copy_database("small")
    bench.load("articles", total, stored.count(), articles.make_articles, articles.MODELS)
    words = {"a rare word": articles.RARE, "a word of most articles": "الحكومات", "no article's word": "بطيخ"}
    for name, word in words.items():
        plan = _plan(word)
        print(f"\n{name}\n{plan}")
        bench.check(f"{name}: tables read whole", len(SCAN.findall(plan)), 0)
    _measure(bench, words, small, stored.order_by("-sort").values_list("object_id", flat=True)[0])


def _plan(word: str) -> str:
    """The plan of the statement that finds a word, run under the settings that it is run under."""
    from wagtail.models import Site

    from wagtail_gulf_summit.delivery.search import search
    from wagtail_gulf_summit.delivery.store.visible import Place

    with CaptureQueriesContext(connection) as captured:
        search(word, Site.objects.get(), Place("127.0.0.1", 80), ["article"], None, 0, 20)
    statements = [query["sql"] for query in captured]
    asked = next(number for number, statement in enumerate(statements) if "ts_rank" in statement)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(next(statement for statement in statements if "set_config" in statement))
        cursor.execute("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + statements[asked])
        return "\n".join(row[0] for row in cursor.fetchall())


def _measure(bench: Bench, words: dict[str, str], small: str, newest: int) -> None:
    one = Request(f"/api/newsroom/articles/{newest}/")
    # Ten results: a twentieth of the articles has as many of the rare word.
    asked = {
        name: Request(f"/api/newsroom/search/?q={quote(word)}&type=article&limit=10") for name, word in words.items()
    }
    rare = quote(words["a rare word"])
    with (
        bench.server(BENCH_SHORT_WAY="1") as all_of_them,
        bench.server(BENCH_SHORT_WAY="1", DATABASE_URL=small) as fewer,
    ):
        requests = {name: (all_of_them, request) for name, request in asked.items()}
        requests |= {f"{name}, fewer": (fewer, request) for name, request in asked.items()}
        requests["one document"] = (all_of_them, one)
        requests["Wagtail v2, a rare word"] = (all_of_them, Request(f"/api/v2/pages/?search={rare}&limit=10"))
        spent = measure(requests)
    rows = [[name, f"{spent[name]:.2f}", f"{spent[f'{name}, fewer']:.2f}"] for name in asked]
    rows += [[name, f"{spent[name]:.2f}", ""] for name in ("one document", "Wagtail v2, a rare word")]
    bench.table("Milliseconds of processor time for a search", ["", "all articles", "a twentieth"], rows)
    for name in words:
        bench.check(f"{name}: times one document", spent[name] / spent["one document"], 30)
