"""Ninja's API with problem documents for whatever it answers, and an OpenAPI document that says so."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.urls import Resolver404, path, re_path, resolve
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.operation import Operation

from .openapi import completed
from .problems import Problem, install_problem_handlers, problem_response

READING = ("GET", "HEAD")
ROOT = "api-root"
#: Ninja's own views, which answer to any method.
CONTRACT = ("openapi-json", "openapi-view")


class NewsroomAPI(NinjaAPI):
    """Answers an address that is not there, and a method that is not taken, with a problem document as well."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._documents: dict[str, Any] = {}
        install_problem_handlers(self)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """``comments_post``, where ninja would name the whole module."""
        return f"{operation.view_func.__module__.rpartition('.')[2]}_{operation.view_func.__name__}"

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> Any:
        """The OpenAPI 3.1 document; made once for each place at which the API is mounted."""
        if path_prefix is None:
            path_prefix = self.get_root_path(path_params or {})
        if path_prefix not in self._documents:
            self._documents[path_prefix] = completed(super().get_openapi_schema(path_prefix=path_prefix))
        return self._documents[path_prefix]

    def _get_urls(self) -> list[Any]:
        # Ninja asks for the root by its name, but answers there with Django's own 404.
        found = [_with_problems(pattern) for pattern in super()._get_urls() if getattr(pattern, "name", "") != ROOT]
        return [*found, path("", _root, name=ROOT), re_path("", _nothing_here, name="nothing")]


def _with_problems(pattern: Any) -> Any:
    view = pattern.callback

    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refused = pattern.name in CONTRACT and request.method not in READING
        response: HttpResponse = HttpResponseNotAllowed(READING) if refused else view(request, *args, **kwargs)
        if response.status_code != 405:
            return response
        allowed = {"Allow": ", ".join(sorted({*response.headers.get("Allow", "GET, HEAD").split(", "), "OPTIONS"}))}
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=allowed)
        return problem_response(
            request, Problem(405, "method-not-allowed", _("This address does not take that method."), headers=allowed)
        )

    pattern.callback = answer
    return pattern


@csrf_exempt
def _root(request: HttpRequest) -> HttpResponse:
    detail = _("There is nothing here. The addresses that there are stand in the contract.")
    contract = {
        "openapi": request.build_absolute_uri(f"{request.path}openapi.json"),
        "docs": request.build_absolute_uri(f"{request.path}docs/"),
    }
    return problem_response(request, Problem(404, "not-found", detail, extra=contract))


@csrf_exempt
def _nothing_here(request: HttpRequest) -> HttpResponse:
    if request.method in READING and not request.path_info.endswith("/") and _is_known(f"{request.path_info}/"):
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return problem_response(request, Problem(404, "not-found", _("There is nothing here.")))


def _is_known(path: str) -> bool:
    try:
        return resolve(path).func is not _nothing_here
    except Resolver404:
        return False
