"""What requests cost: in processor time, web server and database together."""

import tempfile
from pathlib import Path

from scripts.bench.tools import Bench, Request, Server

API = "/api/newsroom/"


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.delivery.models import StoredDocument

    newest = StoredDocument.objects.filter(kind="article").order_by("-sort").values_list("object_id", flat=True)[0]
    with tempfile.TemporaryDirectory() as folder, bench.server(BENCH_BARE=folder) as server:
        requests = {
            "one document": Request(f"{API}articles/{newest}/"),
            "20 whole documents": Request(f"{API}articles/?limit=20"),
            "20 cards": Request(f"{API}articles/?limit=20&fields=card"),
        }
        for name, request in list(requests.items()):
            requests[f"{name}, bare"] = _bare(server, request, Path(folder), name.replace(" ", "-"))
        spent = server.measure(requests)
    rows = []
    for name in list(requests):
        if f"{name}, bare" in spent:
            bare = spent[f"{name}, bare"]
            rows.append([name, f"{spent[name]:.2f}", f"{bare:.2f}", f"{spent[name] / bare:.2f}"])
    bench.table("Milliseconds of processor time for a request", ["", "newsroom", "bare", "ratio"], rows)


def _bare(server: Server, request: Request, folder: Path, name: str) -> Request:
    (folder / name).write_bytes(server.ask(request)[1])
    return Request(f"/bare/{name}")
