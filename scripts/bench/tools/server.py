"""A web server of our own, asked over HTTP, and what its answers cost."""

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from . import cpu

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Request:
    """What is asked for, and the status it must be answered with."""

    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


class Server:
    """gunicorn with one worker of four threads, as long as the ``with`` body lasts."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    def __enter__(self) -> "Server":
        self.port = _free_port()
        self.name = f"bench {self.port}"
        options = [
            "--workers=1",
            "--threads=4",
            "--keep-alive=60",
            "--log-level=warning",
            f"--bind={HOST}:{self.port}",
        ]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *options, "scripts.bench.tools.wsgi"],
            env={**os.environ, **self.environment, "BENCH_SERVER": self.name},
        )
        self.connection = http.client.HTTPConnection(HOST, self.port, timeout=300)
        for _attempt in range(300):
            try:
                self.connection.connect()
                return self
            except ConnectionRefusedError:
                time.sleep(0.1)
        raise RuntimeError("The web server of the benchmark did not start.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.wait()

    def ask(self, request: Request) -> tuple[http.client.HTTPResponse, bytes]:
        """The answer to one request. Raises ``RuntimeError`` for another status than the one expected."""
        self.connection.request("GET", request.path, headers={"Host": HOST, **request.headers})
        response = self.connection.getresponse()
        body = response.read()
        if response.status != request.status:
            raise RuntimeError(f"{request.path} answered {response.status}: {body[:300]!r}")
        return response, body

    def measure(self, requests: Mapping[str, "str | Request"], rounds: int = 15) -> dict[str, float]:
        """``measure`` for requests to this server alone; a request may be a path."""
        asked = {name: one if isinstance(one, Request) else Request(one) for name, one in requests.items()}
        return measure({name: (self, one) for name, one in asked.items()}, rounds)

    def used(self) -> int:
        """Nanoseconds of processor time so far: of the workers and of the database backends that serve them."""
        workers = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return cpu.of_processes([*map(int, workers), *cpu.backends_of(self.name)])


def measure(asked: Mapping[str, tuple[Server, Request]], rounds: int = 15) -> dict[str, float]:
    """Milliseconds of processor time for a request of each, web server and database together.

    In every round all are asked 60 times in a row, in another order; what takes
    longer than 20 ms, 3 times. The result is the median of the rounds. Four threads
    answer in turn, each with a database backend of its own: in a short row most
    answers would find the processor's caches full of another server's data.
    """
    spent: dict[str, list[float]] = {name: [] for name in asked}
    times = {}
    for name, (server, request) in asked.items():
        for _warm in range(8):  # every thread has connected, and PostgreSQL has read what it will read
            began = server.used()
            server.ask(request)
            took = server.used() - began
        times[name] = 60 if took < 20e6 else 3
    order = list(asked)
    for _round in range(rounds):
        random.shuffle(order)
        for name in order:
            server, request = asked[name]
            began = server.used()
            for _time in range(times[name]):
                server.ask(request)
            spent[name].append((server.used() - began) / times[name] / 1e6)
    return {name: statistics.median(values) for name, values in spent.items()}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
