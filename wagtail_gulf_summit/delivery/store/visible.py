"""What the public may see, as SQL. It is asked of Wagtail's own tables with every read.

So a page that was made private, unpublished, moved to another site or deleted is
not served from the store, however that came about.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
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
    f"SELECT s.root_page_id FROM {_SITES} s"
    f" CROSS JOIN (SELECT COUNT(*) AS same FROM {_SITES} WHERE hostname = %s) c"
    " WHERE s.is_default_site = %s OR (s.hostname = %s AND (s.port = %s OR c.same = 1))"
    " ORDER BY CASE WHEN s.hostname = %s AND s.port = %s THEN 0 WHEN s.hostname = %s AND s.is_default_site = %s THEN 1"
    " WHEN s.hostname = %s THEN 2 ELSE 3 END LIMIT 1"
)


@dataclass(frozen=True)
class Place:
    """The host name and port that a request came to: what tells the site."""

    host: str
    port: int


@cache
def visible_from(table: str) -> str:
    """``FROM`` and ``WHERE`` of the documents that the public may see, of pages or of the snippets in ``table``.

    ``d`` is the stored document, ``o`` the page or snippet. Parameters: ``visible_parameters``.
    """
    if table != _PAGES:
        return f"FROM {DOCUMENTS} d JOIN {table} o ON o.id = d.object_id WHERE o.live = %s"
    return (
        f"FROM {DOCUMENTS} d JOIN {_PAGES} o ON o.id = d.page_id"
        " WHERE o.live = %s AND (o.expire_at IS NULL OR o.expire_at > %s)"
        f" AND {_NOT_PRIVATE} AND d.root_id = ({_SITE_ROOT})"
    )


def visible_parameters(table: str, place: Place, now: datetime) -> list[Any]:
    """The parameters of ``visible_from``."""
    if table != _PAGES:
        return [True]
    host, port = place.host, place.port
    return [True, connection.ops.adapt_datetimefield_value(now), host, True, host, port, host, port, host, True, host]


#: Whether a row is what a reader may be given as it is. Parameters: the version of the contract, now in microseconds.
IS_FRESH = (
    "(NOT d.stale AND d.schema = %s AND (d.changes_at IS NULL OR d.changes_at > %s)"
    " AND COALESCE(d.live_revision_id, 0) = COALESCE(o.live_revision_id, 0))"
)


def fresh_parameters(now: datetime) -> list[Any]:
    """The parameters of ``IS_FRESH``."""
    return [schema_version(), to_micros(now)]
