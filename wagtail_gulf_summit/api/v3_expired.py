"""Pages that are past their expiry, left out of the pages endpoints of Wagtail's API v3 for the public."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from wagtail_gulf_summit.delivery.builders.pages import Page
from wagtail_gulf_summit.delivery.visibility import without_expired

PAGES = "wagtail.api.v3.routers.pages"


class UnexpiredFilters:
    """Wagtail's filters of its list of pages, and one more."""

    def __init__(self, filters: Any) -> None:
        self._filters = filters

    def __getattr__(self, name: str) -> Any:
        return getattr(self._filters, name)

    def filter(self, queryset: QuerySet[Any], request: HttpRequest | None = None) -> QuerySet[Any]:
        return without_expired(self._filters.filter(queryset, request))


def hide_expired(view: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator of ninja's for whole APIs; those who signed in see what Wagtail lets them see."""
    if view.__module__ != PAGES:
        return view

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if "filters" in kwargs:
            kwargs["filters"] = UnexpiredFilters(kwargs["filters"])
        if "page_id" in kwargs and not without_expired(Page.objects.filter(pk=kwargs["page_id"])).exists():
            raise Http404
        return view(request, *args, **kwargs)

    return wrapped
