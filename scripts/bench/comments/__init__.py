"""Comments: a hundred thousand on one page among a million, and two hundred replies to one thread at once.

Every list has to cost the same number of queries and be served by an index,
however many comments there are. ``ITEMS`` says how many to load; a tenth of
them are on one page.
"""

from scripts.bench.tools import Bench


def run(bench: Bench) -> None:
    from . import cost, listing, replies, rows

    total = bench.items(1_000_000)
    site = rows.make_site()
    bench.load("comments", total, rows.have(), lambda start, stop: rows.write(site, start, stop, total), batch=20_000)
    rows.finish()
    listing.measure(bench, site, total)
    cost.compare(bench, site[0])
    replies.measure(bench, site)
