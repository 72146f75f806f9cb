"""One run of one module: loading, measuring, and the tables and bars that come out of it."""

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import django
from tqdm import tqdm

from . import cpu
from .server import Server


class Bar:
    """A figure and the most that it may be."""

    def __init__(self, name: str, measured: float, most: float) -> None:
        self.name, self.measured, self.most = name, measured, most

    @property
    def holds(self) -> bool:
        return self.measured <= self.most


class Bench:
    """Handed to a module's ``run``."""

    def __init__(self) -> None:
        self.bars: list[Bar] = []

    def items(self, default: int) -> int:
        """How many items to load: ``ITEMS`` from the environment, else ``default``."""
        return int(os.environ.get("ITEMS") or default)

    def load(self, what: str, total: int, have: int, make: Callable[[int, int], None], batch: int = 1000) -> None:
        """Call ``make(start, stop)`` for what is missing between ``have`` and ``total``, in batches."""
        with tqdm(total=total, initial=min(have, total), desc=what, unit="", mininterval=2) as progress:
            for start in range(have, total, batch):
                stop = min(start + batch, total)
                make(start, stop)
                progress.update(stop - start)
        if have < total:
            from django.db import connection

            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")

    def server(self, **environment: str) -> AbstractContextManager[Server]:
        """gunicorn on this database, until the ``with`` body ends; ``environment`` is added to its own."""
        return Server(environment)

    def cpu_ms(self, function: Callable[[], Any], rounds: int = 20) -> float:
        """The processor time of one call of ``function``, this process and its database together: the median."""
        return statistics.median(cpu.of_call(function) for _round in range(rounds)) / 1e6

    def table(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Print a table; its first column is text, the others are figures."""
        cells = [[str(cell) for cell in row] for row in [columns, *rows]]
        widths = [max(len(row[at]) for row in cells) for at in range(len(columns))]
        print(f"\n{title}")
        for number, row in enumerate(cells):
            first, *others = (
                cell.ljust(width) if at == 0 else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            print("  ".join([first, *others]).rstrip())
            if number == 0:
                print("  ".join("-" * width for width in widths))

    def check(self, name: str, measured: float, most: float) -> None:
        """Keep a bar: ``measured`` is to be at most ``most``."""
        self.bars.append(Bar(name, measured, most))

    def finish(self) -> bool:
        """Print the bars and the machine; whether all bars hold."""
        if self.bars:
            rows = [
                [bar.name, f"{bar.measured:.2f}", f"{bar.most:.2f}", "" if bar.holds else "NO"] for bar in self.bars
            ]
            self.table("Bars", ["", "measured", "at most", ""], rows)
        print(f"\n{machine()}")
        return all(bar.holds for bar in self.bars)


def machine() -> str:
    """The machine and the versions that the figures come from."""
    import wagtail
    from django.db import connection

    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    version = connection.cursor().connection.info.server_version
    return (
        f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};"
        f" Python {platform.python_version()}, Django {django.__version__}, Wagtail {wagtail.__version__},"
        f" PostgreSQL {version // 10000}"
    )
