"""The database of a benchmark."""

import os

from django.db import connection
from django.db.utils import OperationalError


def make_database() -> None:
    """Make the database of the settings unless it is there."""
    try:
        connection.ensure_connection()
    except OperationalError:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {connection.ops.quote_name(connection.settings_dict['NAME'])}")
    with connection.cursor() as cursor:
        # One process serves one connection, so that its processor time is all that a request takes.
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"ALTER DATABASE {name} SET max_parallel_workers_per_gather = 0")


def copy_database(suffix: str) -> str:
    """The URL of a copy of this database as it is now, made unless it is there."""
    name = f"{connection.settings_dict['NAME']}_{suffix}"
    source, target = (connection.ops.quote_name(one) for one in (connection.settings_dict["NAME"], name))
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            connection.close()  # a database that somebody is connected to is not copied
            cursor.execute(f"CREATE DATABASE {target} TEMPLATE {source}")
    url = os.environ["DATABASE_URL"]
    return f"{url}_{suffix}"
