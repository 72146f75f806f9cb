"""What requests cost: in processor time, web server and database together."""

import tempfile
from pathlib import Path

from scripts.bench.tools import Bench, Request, Server, measure

API = "/api/newsroom/"


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.delivery.models import StoredDocument

    newest = StoredDocument.objects.filter(kind="article").order_by("-sort").values_list("object_id", flat=True)[0]
    with (
        tempfile.TemporaryDirectory() as folder,
        bench.server(BENCH_BARE=folder) as plain,
        bench.server(BENCH_BARE=folder, BENCH_SHORT_WAY="1") as short,
        bench.server(BENCH_BARE=folder, BENCH_SHORT_WAY="1", BENCH_PREPARED="1") as prepared,
    ):
        requests = {
            "one document": Request(f"{API}articles/{newest}/"),
            "20 whole documents": Request(f"{API}articles/?limit=20"),
            "20 cards": Request(f"{API}articles/?limit=20&fields=card"),
        }
        asked = {}
        for name, request in list(requests.items()):
            asked[f"{name}, bare"] = (plain, _bare(short, request, Path(folder), name.replace(" ", "-")))
            asked[f"{name}, plain"] = (plain, request)
            asked[f"{name}, short"] = (short, request)
            asked[f"{name}, prepared"] = (prepared, request)
        known = short.ask(requests["one document"])[0].headers["ETag"]
        not_modified = Request(requests["one document"].path, {"If-None-Match": known}, 304)
        asked["304, bare"] = asked["one document, bare"]
        for name, server in (("plain", plain), ("short", short), ("prepared", prepared)):
            asked[f"304, {name}"] = (server, not_modified)
        spent = measure(asked)
    rows = []
    for name in [*requests, "304"]:
        bare = spent[f"{name}, bare"]
        costs = [spent[f"{name}, {way}"] for way in ("plain", "short", "prepared")]
        rows.append([name, f"{bare:.2f}", *(f"{cost:.2f} {cost / bare:.2f}x" for cost in costs)])
    bench.table("Milliseconds of processor time for a request", ["", "bare", "newsroom", "short", "prepared"], rows)


def _bare(server: Server, request: Request, folder: Path, name: str) -> Request:
    (folder / name).write_bytes(server.ask(request)[1])
    return Request(f"/bare/{name}")
