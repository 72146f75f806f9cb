"""What every answer has: conditional requests, caching, the site that was asked."""

from functools import lru_cache
from time import time

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import http_date, parse_http_date_safe
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import place_of as place_of

from .problems import Problem

JSON = "application/json; charset=utf-8"


def header(request: HttpRequest, name: str) -> str | None:
    """One header. ``request.headers`` would read all of them, with every request."""
    value = request.META.get(f"HTTP_{name}")
    return None if value is None else str(value)


def refuse_unless_json(request: HttpRequest) -> None:
    """Raise ``Problem`` 406 for a reader whose ``Accept`` leaves JSON out."""
    accepted = header(request, "ACCEPT") or "*/*"
    if "*/*" in accepted or "/json" in accepted or request.accepts("application/json"):
        return
    raise Problem(
        406, "not-acceptable", _("This address gives JSON alone."), extra={"available": ["application/json"]}
    )


def known_etag(request: HttpRequest) -> str:
    """The tag that the reader has, if it names exactly one; empty otherwise."""
    given = (header(request, "IF_NONE_MATCH") or "").strip().removeprefix("W/")
    return given[1:-1] if len(given) > 2 and given[0] == given[-1] == '"' and given.count('"') == 2 else ""


def is_known(request: HttpRequest, etag: str, modified: int = 0) -> bool:
    """Whether the reader already has it (RFC 9110): by tag, else by the time it changed."""
    given = header(request, "IF_NONE_MATCH")
    if given is not None:
        return given.strip() == "*" or f'"{etag}"' in given
    since = header(request, "IF_MODIFIED_SINCE")
    if since is None or not _has_date(modified):
        return False
    moment = parse_http_date_safe(since)
    return moment is not None and _second_after(modified) <= moment


def respond(
    request: HttpRequest,
    content: str | bytes,
    etag: str,
    *,
    modified: int = 0,
    content_type: str = JSON,
    surrogate_key: str = "",
) -> HttpResponse:
    """``content`` with its tag, or 304 without it if the reader has it.

    ``modified`` is in microseconds, 0 for an answer that may change without its
    parts doing so. An answer that changed within this second has no date yet: it
    may change again before the second is over.
    """
    response: HttpResponse
    if is_known(request, etag, modified):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(content, content_type=content_type)
    response.headers["ETag"] = f'"{etag}"'
    response.headers["Cache-Control"] = conf.GULF_SUMMIT_API_CACHE_CONTROL
    if _has_date(modified):
        response.headers["Last-Modified"] = _date(_second_after(modified))
    if surrogate_key:
        response.headers["Surrogate-Key"] = surrogate_key
    return response


_date = lru_cache(maxsize=4096)(http_date)


def _has_date(micros: int) -> bool:
    return bool(micros) and _second_after(micros) <= time()


def _second_after(micros: int) -> int:
    """The end of the second: a reader who was answered within it has a date that is before."""
    return micros // 1_000_000 + 1
