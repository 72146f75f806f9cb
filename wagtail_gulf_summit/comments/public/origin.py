"""Whether a form came from this site's own pages."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware

from .answers import member_of


class _CsrfCheck(CsrfViewMiddleware):
    """Tells why a request fails Django's check in place of answering it."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def is_from_here(request: HttpRequest) -> bool:
    """Whether the request may be acted on at once.

    A member's needs Django's CSRF token, because a browser sends the session
    along from anywhere. An article page that a cache serves to everybody can
    hold no such token, and a guest has no session to abuse: of a guest it is
    only asked that the browser does not name another site as the origin.
    """
    if member_of(request) is None and _same_origin(request):
        return True
    check = _CsrfCheck(lambda _request: None)  # type: ignore[arg-type]
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None  # type: ignore[arg-type]


def _same_origin(request: HttpRequest) -> bool:
    here = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin", here) == here
