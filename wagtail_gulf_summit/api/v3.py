"""Wagtail's API v3 (8.0 and later): our fields typed, and the newsroom beside Wagtail's own endpoints.

::

    from wagtail.api.v3.urls import api
    from wagtail_gulf_summit.api.v3 import register

    register(api)
    urlpatterns = [path("api/v3/", api.urls)]
"""

from ninja import NinjaAPI

from .newsroom import make_router
from .problems import Problem, problem_response
from .registry import registered_routers
from .v3_shown import keep_answers_to_editors_apart, show_only_what_is_shown


def register(api: NinjaAPI, prefix: str = "/newsroom/") -> None:
    """Add the newsroom's endpoints to Wagtail's API, so that one OpenAPI document has both.

    From then on Wagtail's own pages endpoints hide from the public what is past its
    expiry, and the pages of a site within the one that is asked.

    Call it before ``api.urls`` is read; ninja raises ``ConfigError`` afterwards.
    """
    api.add_exception_handler(Problem, problem_response)  # type: ignore[arg-type]
    api.add_decorator(show_only_what_is_shown)
    api.add_decorator(keep_answers_to_editors_apart, mode="view")
    api.add_router(prefix, make_router())
    registered_routers.append(api)
