"""A short way for the newsroom API, for sites that list it in ``MIDDLEWARE``."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, Resolver404, get_script_prefix, resolve, reverse

from .operations import VIEWS
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
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    view = VIEWS.get(match.url_name or "") if match.namespace == NAMESPACE else None
    kwargs = _ids(match.kwargs)
    if view is None or kwargs is None:
        return None
    try:
        response = view(request, **kwargs)
    except Exception:
        # What went wrong is told by the ordinary way.
        return None
    if response.status_code not in (200, 304):
        return None
    if not response.streaming:
        response.headers["Content-Length"] = str(len(response.content))
    return response


def _ids(kwargs: dict[str, Any]) -> dict[str, int] | None:
    """Ids from a path as ninja would read them; ``None`` for anything else."""
    if not all(str(value).isascii() and str(value).isdecimal() and len(str(value)) < 20 for value in kwargs.values()):
        return None
    ids = {name: int(value) for name, value in kwargs.items()}
    return ids if all(1 <= value <= MAX_ID for value in ids.values()) else None
