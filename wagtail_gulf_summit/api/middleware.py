"""A short way for the newsroom API, for sites that list it in ``MIDDLEWARE``."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, Resolver404, get_script_prefix, get_urlconf, resolve, reverse

from wagtail_gulf_summit.conf import conf

from .operations import VIEWS, View
from .parameters import MAX_ID
from .registry import NAMESPACE


class NewsroomMiddleware:
    """Answers reads of the newsroom API on the spot, without the middleware that is listed below it.

    Sessions, log-ins, messages, CSRF and the reader's language have no part in
    public documents. Whatever is not a plain answer, such as an error in the
    reader's language, takes the ordinary way.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD") and request.path.startswith(_prefix(get_script_prefix())):
            answer = _answer(request)
            if answer is not None:
                return answer
        return self.get_response(request)


@cache
def _prefix(script_prefix: str) -> str:
    """The path that the newsroom API is mounted at; one that no request has where it is not."""
    try:
        return reverse(f"{NAMESPACE}:api-root")
    except NoReverseMatch:
        return "\n"


def _answer(request: HttpRequest) -> HttpResponse | None:
    found = _view_at(request.path_info, get_urlconf() or conf.ROOT_URLCONF)
    if found is None:
        return None
    view, ids = found
    try:
        response = view(request, **ids)
    except Exception:
        # What went wrong is told by the ordinary way.
        return None
    if response.status_code not in (200, 304):
        return None
    # A 304 has the length of what is not sent, or none (RFC 9110).
    if response.status_code == 200 and not response.streaming:
        response.headers["Content-Length"] = str(len(response.content))
    return response


@lru_cache(maxsize=4096)
def _view_at(path: str, urlconf: str) -> tuple[View, dict[str, int]] | None:
    """The view of an address that the short way can answer, with the ids in it; most are asked for again and again."""
    try:
        match = resolve(path, urlconf)
    except Resolver404:
        return None
    view = VIEWS.get(match.url_name or "") if match.namespace == NAMESPACE else None
    ids = _ids(match.kwargs)
    return None if view is None or ids is None else (view, ids)


def _ids(kwargs: dict[str, Any]) -> dict[str, int] | None:
    """Ids from a path as ninja would read them; ``None`` for anything else."""
    if not all(str(value).isascii() and str(value).isdecimal() and len(str(value)) < 20 for value in kwargs.values()):
        return None
    ids = {name: int(value) for name, value in kwargs.items()}
    return ids if all(1 <= value <= MAX_ID for value in ids.values()) else None
