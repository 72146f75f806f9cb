"""Whether readers may see a page."""

from typing import Any

from wagtail.models import PageViewRestriction

from wagtail_gulf_summit.scope import current_scope

_CACHE_KEY = "restricted_paths"


def is_public(page: Any) -> bool:
    """Whether neither ``page`` nor a page above it is private. One query for all pages shown on one page."""
    return not any(page.path.startswith(path) for path in restricted_paths())


def restricted_paths() -> tuple[str, ...]:
    """Tree paths of private pages; read once while a page is being shown."""
    scope = current_scope()
    if scope is not None and _CACHE_KEY in scope.cache:
        return tuple(scope.cache[_CACHE_KEY])
    paths = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    if scope is not None:
        scope.cache[_CACHE_KEY] = paths
    return paths
