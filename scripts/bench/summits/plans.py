"""The plans of the lists of summits, and what each costs."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from scripts.bench.tools import Bench
from wagtail_gulf_summit.api.summits import in_city, in_state
from wagtail_gulf_summit.delivery.kinds import SUMMIT
from wagtail_gulf_summit.delivery.store.lists import Asked, list_documents
from wagtail_gulf_summit.delivery.store.visible import Place

HERE = Place("localhost", 80)
SCAN = re.compile(r"Seq Scan on gulf_summit_delivery_\w+")


def measure(bench: Bench) -> None:
    rows = []
    for state, city in (("upcoming", None), ("running", None), ("past", None), ("upcoming", "دبي")):
        asked = in_city(in_state(Asked(SUMMIT, 20), state), city)
        with CaptureQueriesContext(connection) as captured:
            listed = list_documents(asked, HERE)
        plan = _plan(captured[-1]["sql"])
        name = f"state={state}" + (f"&city={city}" if city else "")
        print(f"\n{name}\n{plan}")
        bench.check(f"{name}: queries", len(captured), 1)
        bench.check(f"{name}: tables of documents read whole", len(SCAN.findall(plan)), 0)
        rows.append([name, len(listed.ids), f"{bench.cpu_ms(lambda asked=asked: list_documents(asked, HERE)):.2f}"])
    bench.table("Lists of summits", ["", "items", "ms"], rows)


def _plan(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + statement)
        return "\n".join(row[0] for row in cursor.fetchall())
