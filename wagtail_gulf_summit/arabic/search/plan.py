"""The index that PostgreSQL needs to search without reading every row.

Wagtail filters on ``(title || body) @@ query``, and its own indexes cover
``title`` and ``body`` apart, so none of them serves.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from modelsearch.conf import get_app_config

INDEX_NAME = "gulf_summit_search_title_body"
#: Kilobytes of new texts that may wait to be sorted in. Every search reads all that waits, which by PostgreSQL's
#: default may be 4 MB: longer than finding the matches takes.
PENDING = 512


def table_name() -> str:
    """The table of Wagtail's search index."""
    return str(get_app_config().get_model("IndexEntry")._meta.db_table)


def index_exists(connection: BaseDatabaseWrapper) -> bool:
    """Whether a valid index over title and body together is there; true where none is needed."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)",
            [connection.ops.quote_name(INDEX_NAME)],
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def create_index(connection: BaseDatabaseWrapper) -> bool:
    """Build the index without locking the table; returns whether there was one to build.

    Must not run inside a transaction. An index that an interrupted run left
    invalid is built anew.
    """
    if index_exists(connection):
        return False
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {quote(INDEX_NAME)}")
        cursor.execute(
            f"CREATE INDEX CONCURRENTLY {quote(INDEX_NAME)} ON {quote(table_name())} USING gin ((title || body))"
            f" WITH (gin_pending_list_limit = {PENDING})"
        )
    return True


def drop_index(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX IF EXISTS {connection.ops.quote_name(INDEX_NAME)}")


def forwards(apps: Any, schema_editor: Any) -> None:
    create_index(schema_editor.connection)


def backwards(apps: Any, schema_editor: Any) -> None:
    drop_index(schema_editor.connection)
