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
from .v3_expired import hide_expired


def register(api: NinjaAPI, prefix: str = "/newsroom/") -> None:
    """Add the newsroom's endpoints to Wagtail's API, so that one OpenAPI document has both.

    From then on Wagtail's own pages endpoints hide what is past its expiry from the public.

    Call it before ``api.urls`` is read; ninja raises ``ConfigError`` afterwards.
    """
    api.add_exception_handler(Problem, problem_response)  # type: ignore[arg-type]
    api.add_decorator(hide_expired)
    api.add_router(prefix, make_router())
    registered_routers.append(api)
