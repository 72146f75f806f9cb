"""The pages endpoints of Wagtail's API v3, which show the public what the other doors do and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from wagtail_gulf_summit.delivery.builders.pages import Page

from .shown import only_shown

PAGES = "wagtail.api.v3.routers.pages"


class ShownFilters:
    """Wagtail's filters of its list of pages, and one more."""

    def __init__(self, filters: Any, request: HttpRequest) -> None:
        self._filters, self._request = filters, request

    def __getattr__(self, name: str) -> Any:
        return getattr(self._filters, name)

    def filter(self, queryset: QuerySet[Any], request: HttpRequest | None = None) -> QuerySet[Any]:
        return only_shown(self._filters.filter(queryset, self._request), self._request)


def show_only_what_is_shown(view: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator of ninja's for whole APIs; those who signed in see what Wagtail lets them see."""
    if view.__module__ != PAGES:
        return view

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if "filters" in kwargs:
            kwargs["filters"] = ShownFilters(kwargs["filters"], request)
        if "page_id" in kwargs and not only_shown(Page.objects.filter(pk=kwargs["page_id"]), request).exists():
            raise Http404
        return view(request, *args, **kwargs)

    return wrapped
