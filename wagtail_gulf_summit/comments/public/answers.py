"""What all public pages share: language, headers, and how a refusal is told."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache

from wagtail_gulf_summit.comments.errors import Refusal
from wagtail_gulf_summit.comments.statuses import status_of

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """A view for readers: neither cached nor indexed, with refusals told in a page of their own."""

    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, **kwargs)
        except Refusal as refusal:
            response = refused(request, refusal)
        response.headers["X-Robots-Tag"] = "noindex"
        # The address may hold a token; a form of ours still needs its Origin.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answer


def member_of(request: HttpRequest) -> Any:
    """The signed-in user, or ``None`` for a guest."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def show(
    request: HttpRequest, template: str, context: dict[str, Any], *, page: Any = None, status: int = 200
) -> HttpResponse:
    """A template of ``gulf_summit_comments/public/``, in the language of ``page`` where there is one."""
    language = page.locale.language_code if page is not None else translation.get_language()
    with translation.override(language):
        context = {"page": page, "language": language, **context}
        return render(request, f"gulf_summit_comments/public/{template}", context, status=status)


def refused(request: HttpRequest, refusal: Refusal, *, page: Any = None) -> HttpResponse:
    """Say what was wrong: as JSON to the widget's script, otherwise in a page."""
    status = status_of(refusal)
    if wants_json(request):
        with translation.override(page.locale.language_code if page is not None else translation.get_language()):
            response: HttpResponse = JsonResponse(refusal_document(refusal), status=status)
    else:
        response = show(request, "refused.html", {"refusal": refusal}, page=page, status=status)
    return with_retry_after(response, refusal)


def refusal_document(refusal: Refusal) -> dict[str, Any]:
    errors = {field: str(message) for field, message in refusal.fields.items()}
    return {"code": refusal.code, "message": str(refusal.message), "errors": errors}


def with_retry_after(response: HttpResponse, refusal: Refusal) -> HttpResponse:
    if refusal.retry_after:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
