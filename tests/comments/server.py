"""A real server with several worker processes, on a database of its own that looks like the test's."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

ROOT = Path(__file__).parents[2]
WORKERS, THREADS = 3, 4


@dataclass(frozen=True)
class Server:
    url: str
    mails: Path


@contextmanager
def scratch_database(folder: Path) -> Iterator[str]:
    """A copy of the test database that other processes can open; this process uses it meanwhile. Yields its URL."""
    make, drop = (_copy_sqlite, None) if connection.vendor == "sqlite" else (_copy_postgresql, _drop_postgresql)
    name = make(folder)
    kept = connection.connection, connection.settings_dict["NAME"]
    connection.connection, connection.settings_dict["NAME"] = None, name
    try:
        yield _url(name)
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept
        if drop:
            drop(name)


def _copy_sqlite(folder: Path) -> str:
    name = str(folder / "site.sqlite3")
    connection.ensure_connection()
    with sqlite3.connect(name) as copy:
        connection.connection.backup(copy)
    copy.close()
    return name


def _copy_postgresql(folder: Path) -> str:
    original = connection.settings_dict["NAME"]
    name = f"{original}_served"
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    return name


def _drop_postgresql(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _url(name: str) -> str:
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    values = connection.settings_dict
    password = f":{values['PASSWORD']}" if values["PASSWORD"] else ""
    return f"postgres://{values['USER']}{password}@{values['HOST']}:{values['PORT'] or 5432}/{name}"


@contextmanager
def serve(database_url: str, folder: Path, **site_settings: Any) -> Iterator[Server]:
    """gunicorn with several workers of several threads each, answering when this yields."""
    mails = folder / "mails"
    mails.mkdir(exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "tests.comments.server_settings",
        "COMMENTS_SERVER_BASE": os.environ["DJANGO_SETTINGS_MODULE"],
        "COMMENTS_SERVER_MAILS": str(mails),
        "COMMENTS_SERVER_SETTINGS": json.dumps(site_settings),
        "PYTHONPATH": str(ROOT),
    }
    log = (folder / "server.log").open("w")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "django.core.wsgi:get_wsgi_application()", "--preload"),
            *("--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--threads", str(THREADS), "--timeout", "120"),
            *("--graceful-timeout", "5"),
        ],
        env=environment,
        cwd=ROOT,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        server = Server(f"http://127.0.0.1:{port}", mails)
        _wait_for(server, process, folder / "server.log")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)
        log.close()


def _wait_for(server: Server, process: subprocess.Popen, log: Path) -> None:
    for _attempt in range(1200):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.url}/api/newsroom/comments/counts/?pages=1"):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The server does not answer:\n{log.read_text()}")
