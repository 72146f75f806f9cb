"""What the public may see, as SQL. It is asked of Wagtail's own tables with every read.

So a page that was made private, unpublished, moved to another site or deleted is
not served from the store, however that came about.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from wagtail.models import PageViewRestriction, Site

from ..builders.pages import Page
from ..models import DocumentKey, StoredDocument
from .clock import to_micros
from .schema import schema_version

DOCUMENTS = StoredDocument._meta.db_table
KEYS = DocumentKey._meta.db_table
_RESTRICTIONS = PageViewRestriction._meta.db_table
_SITES = Site._meta.db_table
_PAGES = Page._meta.db_table

_NOT_PRIVATE = (
    f"NOT EXISTS (SELECT 1 FROM {_RESTRICTIONS} r JOIN {_PAGES} rp ON rp.id = r.page_id"
    " WHERE SUBSTR(o.path, 1, LENGTH(rp.path)) = rp.path)"
)

# The site of a host name, as wagtail.models.sites.get_site_for_hostname picks it: the host with its port, the host
# of the default site, the only site of that host, the default site.
_SITE_ROOT = (
    "SELECT COALESCE("
    "MAX(CASE WHEN s.hostname = %(host)s AND s.port = %(port)s THEN s.root_page_id END),"
    " MAX(CASE WHEN s.hostname = %(host)s AND s.is_default_site THEN s.root_page_id END),"
    " CASE WHEN SUM(CASE WHEN s.hostname = %(host)s THEN 1 END) = 1"
    " THEN MAX(CASE WHEN s.hostname = %(host)s THEN s.root_page_id END) END,"
    f" MAX(CASE WHEN s.is_default_site THEN s.root_page_id END)) FROM {_SITES} s"
)


@dataclass(frozen=True)
class Place:
    """The host name and port that a request came to: what tells the site."""

    host: str
    port: int


def visible_from(table: str) -> tuple[str, str]:
    """What comes after ``FROM`` and ``WHERE`` for documents that the public may see.

    Of pages, or of the snippets in ``table``: ``d`` is the stored document, ``o``
    the page or snippet. Parameters: ``parameters``.
    """
    if table != _PAGES:
        return f"{DOCUMENTS} d JOIN {table} o ON o.id = d.object_id", "o.live"
    return (
        f"{DOCUMENTS} d JOIN {_PAGES} o ON o.id = d.page_id",
        f"o.live AND (o.expire_at IS NULL OR o.expire_at > %(now)s) AND {_NOT_PRIVATE} AND d.root_id = ({_SITE_ROOT})",
    )


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
