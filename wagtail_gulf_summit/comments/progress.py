"""How far a command has come: a bar of tqdm where it is installed, lines of our own elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

SECONDS_BETWEEN_LINES = 5


class Advance(Protocol):
    def __call__(self, steps: int = 1) -> None: ...


@contextmanager
def progress(command: Any, total: int | None, *, quiet: bool = False) -> Iterator[Advance]:
    """Call what it yields for each step; ``total`` is ``None`` where nobody knows it beforehand."""
    if quiet:
        yield lambda steps=1: None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield _lines(command, total)
        return
    with tqdm(total=total, file=command.stderr, mininterval=1, leave=False) as bar:
        yield lambda steps=1: bar.update(steps) and None


def _lines(command: Any, total: int | None) -> Advance:
    done, said_at = 0, time.monotonic()

    def advance(steps: int = 1) -> None:
        nonlocal done, said_at
        done += steps
        if time.monotonic() - said_at >= SECONDS_BETWEEN_LINES:
            said_at = time.monotonic()
            command.stderr.write(f"{done} / {total}" if total else str(done))

    return advance
