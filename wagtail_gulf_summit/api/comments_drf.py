"""Reader comments behind Django REST framework, beside Wagtail's API v2: the same service, documents and refusals.

::

    path("api/v2/comments/", include("wagtail_gulf_summit.api.comments_drf")),
    path("api/v2/", api_router.urls),
"""

import json
from collections.abc import Callable
from typing import Any

import pydantic
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.parsers import JSONParser
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from . import comment_schemas as schemas
from . import comments
from .comment_doors import refuse_body
from .problems import Problem, invalid_input, problem_response


class _View(APIView):
    permission_classes = [AllowAny]
    parser_classes = [JSONParser]
    renderer_classes = [JSONRenderer]
    throttle_classes: list[Any] = []

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if problem := refuse_body(request._request):
            raise problem
        super().initial(request, *args, **kwargs)
        # The service asks Django's request who the member is; only the session or the site's choice may tell.
        request._request.user = request.user

    def handle_exception(self, exc: Exception) -> Any:
        request = self.request._request if isinstance(self.request, Request) else self.request
        if isinstance(exc, Problem):
            return problem_response(request, exc)
        if isinstance(exc, pydantic.ValidationError):
            return problem_response(request, invalid_input([dict(error) for error in exc.errors()]))
        if isinstance(exc, exceptions.MethodNotAllowed):
            allowed = {"Allow": ", ".join(self.allowed_methods)}
            detail = _("This address does not take that method.")
            return problem_response(request, Problem(405, "method-not-allowed", detail, headers=allowed))
        if isinstance(exc, exceptions.APIException):
            return problem_response(request, Problem(exc.status_code, "http-error", str(exc.detail)))
        return super().handle_exception(exc)


def _payload(request: Request, schema: type[schemas.Incoming]) -> Any:
    try:
        data = json.loads(request._request.body)
    except (ValueError, RecursionError):
        raise Problem(400, "invalid-input", _("The request cannot be read.")) from None
    return schema.model_validate(data)


def _edit_token(request: Request) -> str:
    return request.headers.get("X-Edit-Token", "")[:500]


class CommentsView(_View):
    """The approved comments of a page; post one."""

    def get(self, request: Request) -> HttpResponse:
        return comments.list_comments(request._request)

    def post(self, request: Request) -> HttpResponse:
        key = request.headers.get("Idempotency-Key", "")
        if len(key) > 255:
            raise invalid_input([{"loc": ("Idempotency-Key",), "type": "string_too_long"}])
        return comments.post(request._request, _payload(request, schemas.NewComment), key)


class CommentView(_View):
    """Change or withdraw one's comment."""

    def patch(self, request: Request, comment_id: int) -> HttpResponse:
        return comments.edit(request._request, comment_id, _payload(request, schemas.Edit), _edit_token(request))

    def delete(self, request: Request, comment_id: int) -> HttpResponse:
        return comments.withdraw(request._request, comment_id, _edit_token(request))


class ReportView(_View):
    """Report a comment to the moderators."""

    def post(self, request: Request, comment_id: int) -> HttpResponse:
        return comments.report(request._request, comment_id, _payload(request, schemas.Report))


class TokenView(_View):
    """A token for one comment on a page."""

    def get(self, request: Request) -> HttpResponse:
        return comments.get_comments_token(request._request)


class CountsView(_View):
    """How many comments pages have."""

    def get(self, request: Request) -> HttpResponse:
        return comments.count_comments(request._request)


class ConfirmView(_View):
    """Confirm a comment with the token from the mail."""

    def post(self, request: Request) -> HttpResponse:
        return comments.confirm(request._request, _payload(request, schemas.Confirmation))


def _by_id(view: Callable[..., Any]) -> Callable[..., Any]:
    """Ids come as text, so that one which is none is refused as everywhere else."""

    def wrapped(request: HttpRequest, comment_id: str) -> Any:
        try:
            number = pydantic.TypeAdapter(schemas.Id).validate_python(comment_id)
        except pydantic.ValidationError as error:
            return problem_response(
                request, invalid_input([{**found, "loc": ("comment_id",)} for found in error.errors()])
            )
        return view(request, comment_id=number)

    wrapped.csrf_exempt = True  # type: ignore[attr-defined]
    return wrapped


urlpatterns = [
    path("", CommentsView.as_view()),
    path("token/", TokenView.as_view()),
    path("counts/", CountsView.as_view()),
    path("confirm/", ConfirmView.as_view()),
    path("<str:comment_id>/report/", _by_id(ReportView.as_view())),
    path("<str:comment_id>/", _by_id(CommentView.as_view())),
]
