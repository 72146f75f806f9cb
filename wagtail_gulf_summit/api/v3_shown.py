"""The pages endpoints of Wagtail's API v3, which show the public what the other doors do and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from wagtail_gulf_summit.delivery.builders.pages import Page

from .shown import only_shown

PAGES = "wagtail.api.v3.routers.pages"
RELATIVES = ("ancestor_of", "child_of", "descendant_of", "translation_of")
NO_PAGE = -1


class ShownFilters:
    """Wagtail's filters of its list of pages, and one more.

    The id of a hidden page is that of no page, so that Wagtail refuses it as such.
    """

    def __init__(self, filters: Any, request: HttpRequest) -> None:
        self._filters, self._request = filters, request

    def __getattr__(self, name: str) -> Any:
        return getattr(self._filters, name)

    def filter(self, queryset: QuerySet[Any], request: HttpRequest | None = None) -> QuerySet[Any]:
        hidden = {name: NO_PAGE for name in RELATIVES if self._is_hidden(getattr(self._filters, name))}
        filters = self._filters.model_copy(update=hidden)
        return only_shown(filters.filter(queryset, self._request), self._request)

    def _is_hidden(self, page: int | str | None) -> bool:
        return isinstance(page, int) and not _is_shown(page, self._request)


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
        if "html_path" in kwargs:
            return _find(view, request, **kwargs)
        if "page_id" in kwargs and not _is_shown(kwargs["page_id"], request):
            raise Http404
        answer = view(request, *args, **kwargs)
        if isinstance(answer, Page):
            _hide_parent(answer, request)
        return answer

    return wrapped


def keep_answers_to_editors_apart(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A decorator of ninja's for whole APIs: no cache may give readers what was answered to a token."""

    @wraps(run)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = run(request, *args, **kwargs)
        # Only where the API has checked a token: a session means nothing to it.
        if getattr(request, "auth", None) and request.user.is_authenticated:
            patch_cache_control(response, private=True)
            patch_vary_headers(response, ["Authorization"])
        return response

    return wrapped


def _is_shown(page_id: int, request: HttpRequest) -> bool:
    return only_shown(Page.objects.filter(pk=page_id), request).exists()


def _find(view: Callable[..., Any], request: HttpRequest, **asked: Any) -> Any:
    """Wagtail's redirect to the page at an address, or else to the one with an id, unless they are hidden."""
    if asked["id"] and not _is_shown(asked["id"], request):
        asked["id"] = None
    found = view(request, **asked)
    page_id = int(urlsplit(found.url).path.split("/")[-2])
    return found if _is_shown(page_id, request) else view(request, **{**asked, "html_path": None})


def _hide_parent(page: Any, request: HttpRequest) -> None:
    """Have ``page`` name no parent that the public may not see, as in Wagtail's API v2."""
    from wagtail.api.v3.querysets import get_pages_queryset  # Wagtail 8.0 alone has it

    parent = page.get_parent()
    if parent and not only_shown(get_pages_queryset(request), request).filter(pk=parent.pk).exists():
        page._cached_parent_obj = None  # The schema asks treebeard, which answers with what it has read.
