"""How an endpoint of the newsroom API is declared."""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from .http import refuse_unless_json
from .openapi import NOT_MODIFIED, with_problems
from .parameters import MAX_ID, Parameter, by_name, read_parameters
from .problem_schema import ProblemDocument

#: An id in a path. What no database can hold is refused before one is asked.
Id = Annotated[int, Path(ge=1, le=MAX_ID)]

#: A view: the request, the query parameters by name, and what the path holds.
View = Callable[..., HttpResponse]

BAD_REQUEST = {400: ProblemDocument}
NOT_FOUND = {400: ProblemDocument, 404: ProblemDocument}


#: The reads that are declared with ``get`` and the same for everybody, by the names of their addresses.
VIEWS: dict[str, View] = {}


def get(
    router: Router,
    path: str,
    response: Mapping[int, Any],
    *parameters: Parameter,
    summary: str,
    media_type: str = "",
    media_schema: Mapping[str, Any] | None = None,
    url_name: str = "",
    revalidates: bool = True,
    personal: bool = False,
) -> Callable[[View], View]:
    """Answer GET and HEAD at ``path``; the view is called as ``view(request, values, **path)``.

    ``response`` and ``parameters`` describe it for OpenAPI; the parameters are
    read strictly before the view is called. ``media_type`` is that of an answer
    that is not one of our documents, and ``media_schema`` its JSON schema unless
    it is text; ``url_name`` is the view's name unless given; ``revalidates``
    tells whether the answer can be 304, ``personal`` whether it depends on who
    is signed in.
    """
    known = by_name(*parameters)

    def decorate(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not media_type:
                refuse_unless_json(request)
            return view(request, read_parameters(request, known), **kwargs)

        _hide_values(run, view)
        extra: dict[str, Any] = {
            "parameters": [parameter.openapi() for parameter in parameters],
            "responses": with_problems(response),
        }
        if revalidates:
            extra["responses"][304] = NOT_MODIFIED
        if media_type:
            content = {media_type: {"schema": media_schema or {"type": "string"}}}
            extra["responses"][200] = {"description": "OK", "content": content}
        router.api_operation(
            ["GET"],
            path,
            response=dict(response),
            operation_id=view.__name__,
            url_name=url_name or view.__name__,
            summary=summary,
            description=inspect.getdoc(view),
            openapi_extra=extra,
        )(run)
        router.api_operation(["HEAD"], path, include_in_schema=False)(run)
        if not personal:
            VIEWS[url_name or view.__name__] = run
        return run

    return decorate


def _hide_values(run: Any, view: View) -> None:
    """Show ninja the parameters of the path alone: those of the query are ours to read."""
    signature = inspect.signature(view, eval_str=True)
    request, _values, *path = signature.parameters.values()
    run.__signature__ = signature.replace(parameters=[request, *path])
