"""Processor time, in nanoseconds, as Linux counts it: unlike elapsed time it says the same on a busy machine."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import connection


def of_processes(pids: Iterable[int]) -> int:
    """What processes on this machine, all their threads together, have used so far."""
    total = 0
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
    return total


def own_backend() -> int:
    """The process that serves the connection of this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def backends_of(application: str) -> list[int]:
    """The processes that serve the connections of an application, to whatever database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name = %s", [application])
        return [pid for (pid,) in cursor.fetchall()]


def of_call(function: Callable[[], Any]) -> int:
    """What one call uses, in this process and in its database backend."""
    backend = [own_backend()]
    before = time.process_time_ns() + of_processes(backend)
    function()
    return time.process_time_ns() + of_processes(backend) - before
