"""What the public may see, as SQL that is asked of Wagtail's own tables with every read."""

from dataclasses import dataclass
from functools import lru_cache

import swapper
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import PageViewRestriction, Site

PAGES = swapper.load_model("wagtailcore", "Page")._meta.db_table
_RESTRICTIONS = PageViewRestriction._meta.db_table
_SITES = Site._meta.db_table


@dataclass(frozen=True)
class Place:
    """The host name and port that a request came to: what tells the site."""

    host: str
    port: int


def place_of(request: HttpRequest) -> Place:
    """Where ``request`` came to."""
    return _place(request.get_host(), request.get_port())


@lru_cache(maxsize=256)
def _place(host: str, port: str) -> Place:
    return Place(split_domain_port(host)[0], int(port))


# The site of a host name, as wagtail.models.sites.get_site_for_hostname picks it: the host with its port, the host
# of the default site, the only site of that host, the default site.
SITE_ROOT = (
    "SELECT COALESCE("
    "MAX(CASE WHEN s.hostname = %(host)s AND s.port = %(port)s THEN s.root_page_id END),"
    " MAX(CASE WHEN s.hostname = %(host)s AND s.is_default_site THEN s.root_page_id END),"
    " CASE WHEN SUM(CASE WHEN s.hostname = %(host)s THEN 1 END) = 1"
    " THEN MAX(CASE WHEN s.hostname = %(host)s THEN s.root_page_id END) END,"
    f" MAX(CASE WHEN s.is_default_site THEN s.root_page_id END)) AS root_id FROM {_SITES} s"
)

#: Sites, the keys of their root pages rising, with what translations of a root page have in common as ``root_key``.
SITES_WITH_ROOTS = (
    f"SELECT s.*, p.translation_key AS root_key FROM {_SITES} s JOIN {PAGES} p ON p.id = s.root_page_id"
    " ORDER BY s.root_page_id"
)


def shared_root(translated: bool) -> str:
    """The root page that stands for the site and all that show the same pages, as ``delivery.roots`` picks it.

    ``translated`` is whether the translations of a root page are roots of the site too.
    """
    if not translated:
        return SITE_ROOT
    return (
        f"SELECT MIN(f.root_page_id) FROM {PAGES} sr JOIN {PAGES} fp ON fp.translation_key = sr.translation_key"
        f" JOIN {_SITES} f ON f.root_page_id = fp.id WHERE sr.id = ({SITE_ROOT})"
    )


def is_shared_root(root: str, translated: bool) -> str:
    """Whether ``shared_root`` is ``root``, where ``asked`` is ``SITE_ROOT``.

    It reads no page where the site's own root is that, as it mostly is. It is a
    test of one row after the other, not one that an index answers.
    """
    if not translated:
        return f"{root} = asked.root_id"
    return (
        f"({root} = asked.root_id OR EXISTS (SELECT 1 FROM {PAGES} sr JOIN {PAGES} fp"
        f" ON fp.translation_key = sr.translation_key WHERE sr.id = asked.root_id AND fp.id = {root}))"
    )


#: Of a page ``o``: live, not past its expiry at ``%(now)s``, and under no restriction.
IS_OPEN = (
    "o.live AND (o.expire_at IS NULL OR o.expire_at > %(now)s)"
    f" AND NOT EXISTS (SELECT 1 FROM {_RESTRICTIONS} r JOIN {PAGES} rp ON rp.id = r.page_id"
    " WHERE SUBSTR(o.path, 1, LENGTH(rp.path)) = rp.path)"
)
