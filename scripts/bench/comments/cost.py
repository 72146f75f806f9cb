"""What a page of comments costs in processor time, beside a view that only returns the same bytes."""

import tempfile
from pathlib import Path
from typing import Any

from scripts.bench.tools import Bench, Request, Server, measure

API = "/api/newsroom/comments/"
#: The most that a page of the list may cost, in times of a bare view: what is under most articles, and a full page.
MOST = {"20 comments in 5 threads": 4, "80 comments in 20 threads": 4}


def compare(bench: Bench, page: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, bench.server(BENCH_BARE=folder, BENCH_SHORT_WAY="1") as server:
        listed = {name: Request(f"{API}?page={page.pk}&limit={name.split()[3]}") for name in MOST}
        asked: dict[str, tuple[Server, Request]] = {}
        for number, (name, request) in enumerate(listed.items()):
            (Path(folder) / str(number)).write_bytes(server.ask(request)[1])
            asked[name] = (server, request)
            asked[f"{name}, bare"] = (server, Request(f"/bare/{number}"))
        spent = measure(asked)
    rows = [
        [name, f"{spent[f'{name}, bare']:.2f}", f"{spent[name]:.2f}", f"{spent[name] / spent[f'{name}, bare']:.2f}"]
        for name in listed
    ]
    bench.table("Milliseconds of processor time for a page of comments", ["", "bare view", "list", "times"], rows)
    for name in listed:
        bench.check(f"{name}: times a bare view", spent[name] / spent[f"{name}, bare"], MOST[name])
