"""RFC 7807 answers, in the reader's language."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

logger = logging.getLogger("wagtail_gulf_summit.api")

Text = str | Promise
CONTENT_TYPE = "application/problem+json"

TITLES: dict[int, Text] = {
    400: _("Bad request"),
    401: _("Not signed in"),
    403: _("Not allowed"),
    404: _("Not found"),
    405: _("Method not allowed"),
    406: _("Not acceptable"),
    409: _("Conflict"),
    413: _("Too large"),
    415: _("Unsupported media type"),
    429: _("Too many requests"),
    500: _("Server error"),
}

#: Our words for what pydantic finds, by its stable error types.
MESSAGES: dict[str, Text] = {
    "missing": _("This field is required."),
    "extra_forbidden": _("There is no such field."),
    "int_type": _("Enter a whole number."),
    "int_parsing": _("Enter a whole number."),
    "int_from_float": _("Enter a whole number."),
    "int_parsing_size": _("This number is too large."),
    "less_than_equal": _("This number is too large."),
    "less_than": _("This number is too large."),
    "greater_than_equal": _("This number is too small."),
    "greater_than": _("This number is too small."),
    "string_type": _("Enter text."),
    "string_unicode": _("This text holds characters that cannot be stored."),
    "string_too_long": _("This text is too long."),
    "string_too_short": _("This text is too short."),
    "bool_type": _("Enter true or false."),
    "bool_parsing": _("Enter true or false."),
    "datetime_parsing": _("Enter a date and time such as 2026-01-31T12:00:00Z."),
    "datetime_from_date_parsing": _("Enter a date and time such as 2026-01-31T12:00:00Z."),
}
OTHER_MESSAGE = _("This value is not valid.")


def filled(text: Text, **values: str) -> Text:
    """``text`` with its placeholders filled when it is read, in the language of that moment."""
    return lazy(lambda: str(text) % values, str)()


class Problem(Exception):
    """An answer with a problem document.

    ``code`` is stable and machine-readable; ``errors`` has a message by field;
    ``headers`` go with the answer.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: Text = "",
        *,
        title: Text = "",
        errors: Mapping[str, Text] | None = None,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.title = title or TITLES.get(status, "")
        self.errors = dict(errors or {})
        self.headers = dict(headers or {})
        self.extra = dict(extra or {})

    def document(self) -> dict[str, Any]:
        """The problem document, its texts in the active language."""
        document: dict[str, Any] = {
            "type": f"urn:gulf-summit:problem:{self.code}",
            "title": str(self.title),
            "status": self.status,
            "detail": str(self.detail),
            "code": self.code,
        }
        if self.errors:
            document["errors"] = [{"field": field, "message": str(message)} for field, message in self.errors.items()]
        return document | self.extra


def problem_response(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The problem in the language of ``Accept-Language``, whatever the URL's prefix made the active one."""
    language = translation.get_language_from_request(request)
    with translation.override(language):
        content = json.dumps(problem.document(), ensure_ascii=False)
    if problem.status == 404:
        # Under a language's prefix a site has a page for any path, and Django would send API clients there.
        request.urlconf = f"{__package__}.no_urls"
    headers = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-store", **problem.headers}
    return HttpResponse(content, status=problem.status, content_type=CONTENT_TYPE, headers=headers)


def install_problem_handlers(api: NinjaAPI) -> None:
    """Make ``api`` answer every error with a problem document."""

    @api.exception_handler(Problem)
    def on_problem(request: HttpRequest, problem: Problem) -> HttpResponse:
        return problem_response(request, problem)

    @api.exception_handler(ValidationError)
    def on_validation_error(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem_response(request, invalid_input(error.errors))

    @api.exception_handler(Http404)
    def on_not_found(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem_response(request, Problem(404, "not-found", _("There is nothing here.")))

    @api.exception_handler(RequestDataTooBig)
    def on_too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        return problem_response(request, too_large())

    @api.exception_handler(Exception)
    def on_failure(request: HttpRequest, error: Exception) -> HttpResponse:
        logger.exception("%s %s failed", request.method, request.path, exc_info=error)
        got_request_exception.send(sender=None, request=request)
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        return problem_response(request, Problem(500, "failure", _("Something went wrong here. It has been noted.")))

    @api.exception_handler(HttpError)
    def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 400:
            return problem_response(request, Problem(400, "invalid-input", _("The request cannot be read.")))
        return problem_response(request, Problem(error.status_code, "http-error", str(error)))


def too_large() -> Problem:
    return Problem(413, "too-large", _("The request is too large."))


def invalid_input(errors: list[dict[str, Any]]) -> Problem:
    """What pydantic found, as a problem with our words for each field."""
    fields = {_field_of(error["loc"]): MESSAGES.get(error["type"], OTHER_MESSAGE) for error in errors}
    return Problem(400, "invalid-input", _("Some fields are not filled as they should be."), errors=fields)


def _field_of(location: tuple[Any, ...]) -> str:
    """``("body", "payload", "name")`` as ``name``: where the value came from is ninja's affair."""
    source, *names = (str(part) for part in location)
    if source in ("body", "form") and len(names) > 1:
        names = names[1:]
    return ".".join(names) or source
