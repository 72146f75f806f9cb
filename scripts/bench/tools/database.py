"""The database of a benchmark."""

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
