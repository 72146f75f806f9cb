"""Whether readers may see a page, of one page and of many."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction

from wagtail_gulf_summit.scope import current_scope, note_change, read_once
from wagtail_gulf_summit.sites import on_sites, sites_of

_CACHE_KEY = "restricted_paths"


def may_be_seen(page: Any) -> bool:
    """Whether an anonymous reader may see ``page`` now, where it is named.

    As ``may_be_read``, and on the site of the page being shown.
    """
    return may_be_read(page) and _is_on_shown_site(page)


def may_be_read(page: Any) -> bool:
    """Whether ``page`` is open to anonymous readers now: live, not expired, neither it nor a page above private."""
    note_change(page.expire_at)
    return bool(page.live) and not is_expired(page) and is_public(page)


def is_expired(page: Any) -> bool:
    """Past its expiry, whether or not Wagtail's scheduled command has run since."""
    return page.expire_at is not None and page.expire_at <= timezone.now()


def is_public(page: Any) -> bool:
    """Whether neither ``page`` nor a page above it is private. One query for all pages shown on one page."""
    return not any(page.path.startswith(path) for path in restricted_paths())


def restricted_paths() -> tuple[str, ...]:
    """Tree paths of private pages; read once while a page is being shown."""
    return tuple(read_once(_CACHE_KEY, lambda: PageViewRestriction.objects.values_list("page__path", flat=True)))


def readable(pages: QuerySet[Any], prefix: str = "") -> Any:
    """Those of ``pages`` that are live, not expired and not private.

    ``prefix`` is the way to the page in a queryset of something else, such as ``page__``.
    """
    unexpired = Q(**{f"{prefix}expire_at": None}) | Q(**{f"{prefix}expire_at__gt": timezone.now()})
    hidden = Q()
    for path in restricted_paths():
        hidden |= Q(**{f"{prefix}path__startswith": path})
    found = pages.filter(unexpired, **{f"{prefix}live": True})
    return found.exclude(hidden) if hidden else found


def on_site_of(page: Any, prefix: str = "") -> Q:
    """On the site that ``page`` is on, in any of its languages; nothing for a page outside every site."""
    return on_sites(sites_of(page), prefix)


def _is_on_shown_site(page: Any) -> bool:
    scope = current_scope()
    if scope is None or not getattr(scope.page, "url_path", ""):
        return True
    return bool(sites_of(page) & sites_of(scope.page))
