"""What the public may see, as SQL. It is asked of Wagtail's own tables with every read.

So a page that was made private, unpublished, moved to another site or deleted is
not served from the store, however that came about.
"""

from datetime import datetime
from typing import Any

from django.db import connection

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import IS_OPEN, PAGES, SITE_ROOT, Place, is_shared_root, shared_root

from ..models import DocumentKey, StoredDocument
from .clock import to_micros
from .schema import schema_version

DOCUMENTS = StoredDocument._meta.db_table
KEYS = DocumentKey._meta.db_table
_PAGES_WITH_DOCUMENTS = f"{DOCUMENTS} d JOIN {PAGES} o ON o.id = d.page_id"


def visible_from(table: str) -> tuple[str, str]:
    """What comes after ``FROM`` and ``WHERE`` for documents that the public may see.

    Of pages, or of the snippets in ``table``: ``d`` is the stored document, ``o``
    the page or snippet. Parameters: ``parameters``.
    """
    if table != PAGES:
        return f"{DOCUMENTS} d JOIN {table} o ON o.id = d.object_id", "o.live"
    return _PAGES_WITH_DOCUMENTS, f"{IS_OPEN} AND d.root_id = ({root_of_site()})"


def visible_one_from(table: str) -> tuple[str, str]:
    """``visible_from`` for documents that are found by what they are, and not by their site."""
    if table != PAGES:
        return visible_from(table)
    shown = is_shared_root("d.root_id", conf.WAGTAIL_I18N_ENABLED)
    return f"({SITE_ROOT}) AS asked CROSS JOIN {_PAGES_WITH_DOCUMENTS}", f"{IS_OPEN} AND {shown}"


def root_of_site() -> str:
    """What ``root_id`` is of documents on the site that is asked, as SQL."""
    return shared_root(conf.WAGTAIL_I18N_ENABLED)


#: Whether a row is what a reader may be given as it is.
IS_FRESH = (
    "(NOT d.stale AND d.schema = %(schema)s AND (d.changes_at IS NULL OR d.changes_at > %(micros)s)"
    " AND COALESCE(d.live_revision_id, 0) = COALESCE(o.live_revision_id, 0))"
)


def parameters(place: Place, now: datetime) -> dict[str, Any]:
    """The values that ``visible_from`` and ``IS_FRESH`` ask for."""
    return {
        "host": place.host,
        "port": place.port,
        # As text: writing a datetime into a statement takes psycopg as long as the rest of it.
        "now": str(connection.ops.adapt_datetimefield_value(now)),
        "schema": schema_version(),
        "micros": to_micros(now),
    }
