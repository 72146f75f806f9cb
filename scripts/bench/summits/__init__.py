"""Summits: what is next, what is on and what is over among ten thousand.

Each list has to cost one query, served by an index, however many summits there are. The plans are printed.
"""

from scripts.bench.tools import Bench


def run(bench: Bench) -> None:
    from . import plans, rows

    total = bench.items(10_000)
    original = rows.make_summit()
    bench.load("summits", total, rows.have(), lambda start, stop: rows.write(original, start, stop, total))
    plans.measure(bench)
