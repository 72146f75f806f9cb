"""Which site a page belongs to, as the root page of one site may lie below that of another.

To the site whose root above it is the first in Wagtail's order, which is mostly the deepest; translations of a root
page are roots as well. Sites that have one root page show the same pages.
"""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Q
from wagtail.models import Site

from .scope import read_once


def sites_of(page: Any) -> set[int]:
    """The keys of the sites that ``page`` belongs to; more than one where they have one root page."""
    roots = _roots()
    first = next((root.root_path for root in roots if page.url_path.startswith(root.root_path)), None)
    return {root.site_id for root in roots if root.root_path == first}


def url_parts_of(page: Any) -> tuple[int, str, str] | None:
    """The site of ``page``, the address of that site, and the path of the page there; ``None`` outside every site.

    Without ``wagtail_serve`` in the URLconf, as on a purely headless site, the
    path is the page's place in the tree of its site.
    """
    parts = page.get_url_parts()
    if parts is None:
        return None
    site_id, root_url, path = parts
    if path is None:
        root = next(root for root in page._get_relevant_site_root_paths() if root.site_id == site_id)
        root_url, path = root.root_url, "/" + page.url_path[len(root.root_path) :]
    return site_id, root_url, path


def on_sites(site_ids: Collection[int], prefix: str = "") -> Q:
    """The pages that belong to one of the sites, in all their languages.

    ``prefix`` is the way to the page in a queryset of something else, such as ``page__``.
    """
    pages = Q(pk__in=[])
    for path, others in _trees(site_ids):
        tree = _below(path, prefix)
        for other in others:
            tree &= ~_below(other, prefix)
        pages |= tree
    return pages


def holds_others(site_ids: Collection[int]) -> bool:
    """Whether pages below the roots of the sites belong to other sites."""
    return any(others for _path, others in _trees(site_ids))


def _trees(site_ids: Collection[int]) -> Iterator[tuple[str, list[str]]]:
    """The path of each root of the sites, with the paths that Wagtail takes before it for pages of the same tree."""
    before: list[str] = []
    for root in _roots():
        path = root.root_path
        if root.site_id in site_ids:
            yield path, [one for one in before if one != path and (one.startswith(path) or path.startswith(one))]
        before.append(path)


def _below(path: str, prefix: str) -> Q:
    return Q(**{f"{prefix}url_path__startswith": path})


def _roots() -> list[Any]:
    """The roots of all sites in Wagtail's order, the inner before the outer; read once while a page is being shown."""
    return list(read_once("site_roots", Site.get_site_root_paths))
