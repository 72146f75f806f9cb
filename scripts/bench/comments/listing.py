"""First page, middle page, last page, counts and the moderators' queue: queries, plans, bytes and processor time."""

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scripts.bench.tools import Bench
from wagtail_gulf_summit.comments import cursors
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.pages.models import ArticlePage

API = "/api/newsroom/comments/"
TABLES = {"gulf_summit_comments_readercomment", "django_comments", "django_comments_xtd_xtdcomment"}
#: Rows that the database may read for an answer, far below any number of comments. The queue counts the record of each
#: author that it shows: two hundred comments of each of fifty.
MOST_ROWS, MOST_ROWS_OF_QUEUE = 1000, 15_000
MOST_BYTES = 400_000


def measure(bench: Bench, pages: list[ArticlePage], total: int) -> None:
    big, small = pages[0], pages[-1]
    hundred = ",".join(str(page.pk) for page in pages[:100])
    addresses = {
        "first page, newest": f"{API}?page={big.pk}",
        "first page, 50 threads": f"{API}?page={big.pk}&limit=50",
        "middle page": f"{API}?page={big.pk}&cursor={_cursor(big, 2)}",
        "middle page, oldest first": f"{API}?page={big.pk}&order=oldest&cursor={_cursor(big, 2)}",
        "last page": f"{API}?page={big.pk}&cursor={_cursor(big, 10_000)}",
        "with count": f"{API}?page={big.pk}&count=true",
        "counts of a hundred pages": f"{API}counts/?pages={hundred}",
    }
    few = f"{API}?page={small.pk}"
    reader = Client(SERVER_NAME="127.0.0.1")
    moderator = Client(SERVER_NAME="127.0.0.1")
    moderator.force_login(get_user_model().objects.get_or_create(username="boss", defaults={"is_superuser": True})[0])
    reader.get(few)
    fewest = len(_watched(reader, few)[1])
    rows = []
    for name, address in addresses.items():
        rows.append(_row(bench, name, reader, address))
    for state in ("pending", "approved", "rejected"):
        rows.append(_row(bench, f"queue, {state}", moderator, _queue(state), plain=False))
    bench.table(f"{total} comments, a tenth on one page", ["", "queries", "kB", "rows read", "ms"], rows)
    for row in rows[:4]:
        bench.check(f"queries, {row[0]}", row[1], fewest)


def _cursor(page: ArticlePage, part: int) -> str:
    """A place in the list after a ``part``-th of the page's threads, from the oldest."""
    roots = ReaderComment.objects.filter(page=page).exclude(listed_at=None).order_by("listed_at")
    at = roots.count() // part
    time, pk = roots.values_list("listed_at", "pk")[min(at + 1, roots.count() - 1)]
    return cursors.encode(time, pk)


def _queue(state: str) -> str:
    return reverse("reader_comments:state", args=[state])


def _watched(client: Client, address: str) -> tuple[Any, list[str]]:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}: {response.content[:500]!r}")
    return response, [
        query["sql"] for query in queries.captured_queries if query["sql"].startswith(("SELECT", "WITH"))
    ]


def _row(bench: Bench, name: str, client: Client, address: str, plain: bool = True) -> list[Any]:
    client.get(address)
    response, statements = _watched(client, address)
    scans, read = 0, 0
    for statement in statements:
        if any(table in statement for table in TABLES):
            found, rows = _plan(name, statement)
            scans += found
            read += rows
    size = len(response.content)
    bench.check(f"scans of a whole table, {name}", scans, 0)
    bench.check(f"rows read, {name}", read, MOST_ROWS if plain else MOST_ROWS_OF_QUEUE)
    if plain:
        bench.check(f"bytes, {name}", size, MOST_BYTES)
    cost = bench.cpu_ms(lambda: client.get(address), rounds=7)
    return [name, len(statements), f"{size / 1000:.1f}", read, f"{cost:.1f}"]


def _plan(name: str, statement: str) -> tuple[int, int]:
    """How many of our tables are read from end to end, and how many rows are read of all of them."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}")
        plan = cursor.fetchone()[0]
    plan = json.loads(plan) if isinstance(plan, str) else plan
    scans = read = 0
    indexes = []
    nodes = [plan[0]["Plan"]]
    for node in nodes:
        nodes += node.get("Plans", [])
        if node.get("Relation Name") in TABLES or node.get("Index Name"):
            scans += node["Node Type"] == "Seq Scan"
            filtered = node.get("Rows Removed by Filter", 0)
            read += round((node["Actual Rows"] + filtered) * node["Actual Loops"])
            indexes.append(f"{node['Node Type']} {node.get('Index Name', node.get('Relation Name'))}")
    print(f"  {name}: {plan[0]['Execution Time']:.2f} ms, {read} rows; {', '.join(indexes)}")
    return scans, read
