"""What requests cost: in processor time, web server and database together."""

import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from scripts.bench.tools import Bench, Request, Server, measure

from .articles import RARE

API = "/api/newsroom/"
#: The most that a request may cost, in times of a bare view; the second with prepared statements.
BARS = {"one document": (1.75, 1.5), "304": (1.3, 1.3), "20 whole documents": (4, 4), "20 cards": (2, 2)}


def run(bench: Bench, small: Mapping[str, str]) -> None:
    """``small`` is the environment of a server on a twentieth of the articles."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        bare = {"BENCH_BARE": folder}
        plain = stack.enter_context(bench.server(**bare))
        short = stack.enter_context(bench.server(**bare, BENCH_SHORT_WAY="1"))
        prepared = stack.enter_context(bench.server(**bare, BENCH_SHORT_WAY="1", BENCH_PREPARED="1"))
        fewer = stack.enter_context(bench.server(**bare, **small, BENCH_SHORT_WAY="1"))
        servers = {"plain": plain, "short": short, "prepared": prepared, "fewer": fewer}
        requests = _requests(short)
        asked = {
            f"{name}, {way}": (server, _of(fewer, name, request) if way == "fewer" else request)
            for name, request in requests.items()
            for way, server in servers.items()
            if not name.startswith("Wagtail") or way == "plain"
        }
        for name in BARS:
            asked[f"{name}, bare"] = (plain, _bare(short, requests[name], Path(folder), name.replace(" ", "-")))
        spent = measure(asked)
    _report(bench, list(requests), spent)


def _requests(server: Server) -> dict[str, Request]:
    from wagtail_gulf_summit.delivery.models import StoredDocument

    articles = StoredDocument.objects.filter(kind="article").order_by("-sort")
    newest = articles.values_list("object_id", flat=True)[0]
    one = Request(f"{API}articles/{newest}/")
    known = server.ask(one)[0].headers["ETag"]
    return {
        "one document": one,
        "304": Request(one.path, {"If-None-Match": known}, 304),
        "20 whole documents": Request(f"{API}articles/?limit=20"),
        "20 cards": Request(f"{API}articles/?limit=20&fields=card"),
        "20 cards, the last page": Request(_deep(articles.count() - 1000)),
        "search, a rare word": Request(f"{API}search/?q={quote(RARE)}&type=article&limit=10"),  # as many among fewer
        "Wagtail v2, one": Request(f"/api/v2/pages/{newest}/"),
        "Wagtail v2, 20 in full": Request("/api/v2/pages/?type=gulf_summit_pages.ArticlePage&fields=*&limit=20"),
        **_v3(newest),
    }


def _deep(place: int) -> str:
    """The address of the page of cards that begins after so many articles."""
    from wagtail_gulf_summit.api import cursors
    from wagtail_gulf_summit.delivery.models import StoredDocument

    rows = StoredDocument.objects.filter(kind="article").order_by("-sort", "-object_id")
    last = rows.values_list("sort", "object_id")[max(place, 0)]
    cursor = cursors.encode(last, "article")
    return f"{API}articles/?limit=20&fields=card&cursor={cursor}"


def _v3(newest: int) -> dict[str, Request]:
    from wagtail_gulf_summit.compat import WAGTAIL_8

    return {"Wagtail v3, one": Request(f"/api/v3/pages/{newest}/")} if WAGTAIL_8 else {}


def _of(server: Server, name: str, request: Request) -> Request:
    """The like of ``request`` among fewer articles, whose newest and last are others."""
    import json

    if name not in ("one document", "304", "20 cards, the last page"):
        return request
    listed = json.loads(server.ask(Request(f"{API}articles/?limit=1&fields=card"))[1])
    if name == "20 cards, the last page":
        return Request(f"{API}articles/?limit=20&fields=card&cursor={listed['next']}")
    one = Request(f"{API}articles/{listed['items'][0]['id']}/")
    if name == "one document":
        return one
    return Request(one.path, {"If-None-Match": server.ask(one)[0].headers["ETag"]}, 304)


def _bare(server: Server, request: Request, folder: Path, name: str) -> Request:
    whole = Request(request.path)
    (folder / name).write_bytes(server.ask(whole)[1])
    return Request(f"/bare/{name}")


def _report(bench: Bench, names: list[str], spent: Mapping[str, float]) -> None:
    rows = []
    for name in names:
        bare = spent.get(f"{name}, bare")
        cells = [name, f"{bare:.2f}" if bare else ""]
        for way in ("plain", "short", "prepared", "fewer"):
            cost = spent.get(f"{name}, {way}")
            times = f"  {cost / bare:.2f}x" if cost and bare else ""
            cells.append(f"{cost:.2f}{times}" if cost else "")
        rows.append(cells)
    columns = ["", "bare view", "all middleware", "short way", "and prepared", "a twentieth"]
    bench.table("Milliseconds of processor time for a request", columns, rows)
    for name, (most, most_prepared) in BARS.items():
        bare = spent[f"{name}, bare"]
        bench.check(f"{name}: times a bare view", spent[f"{name}, short"] / bare, most)
        bench.check(f"{name}: times a bare view, prepared", spent[f"{name}, prepared"] / bare, most_prepared)
    first, last = spent["20 cards, short"], spent["20 cards, the last page, short"]
    bench.check("the last page: times the first", last / first, 1.1)
    bench.check("search: times one document", spent["search, a rare word, short"] / spent["one document, short"], 30)
    for name in (*BARS, "search, a rare word"):
        grown = spent[f"{name}, short"] / spent[f"{name}, fewer"]
        bench.check(f"{name}: twenty times more articles", grown, 1.2)
