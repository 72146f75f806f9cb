"""The newsroom API: one router, to mount by itself or beside Wagtail's.

By itself::

    from wagtail_gulf_summit.api.newsroom import newsroom

    urlpatterns = [path("api/newsroom/", newsroom.urls)]
"""

from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI, Router

from wagtail_gulf_summit import __version__
from wagtail_gulf_summit.comments.installed import comments_installed

from . import people, preview, search, site, sources
from .problems import Problem, install_problem_handlers, problem_response

NAMESPACE = "gulf-summit-newsroom"


def make_router() -> Router:
    """The endpoints of the rooms that are installed."""
    router = Router()
    if apps.is_installed("wagtail_gulf_summit.articles"):
        from . import articles

        router.add_router("/articles/", articles.router)
    if apps.is_installed("wagtail_gulf_summit.events"):
        from . import sessions, summits

        router.add_router("/summits/", summits.router)
        router.add_router("/sessions/", sessions.router)
    router.add_router("/people/", people.router)
    router.add_router("/sources/", sources.router)
    router.add_router("/search/", search.router)
    router.add_router("/site/", site.router)
    router.add_router("/preview/", preview.router)
    if comments_installed():
        from . import comments

        router.add_router("/comments/", comments.router)
    return router


class NewsroomAPI(NinjaAPI):
    """Ninja's API, with a problem document for every address that is not there and every method that is not taken."""

    def _get_urls(self) -> list[Any]:
        found = [_with_problems(pattern) for pattern in super()._get_urls()]
        return [*found, re_path("", _nothing_here, name="nothing")]


def _with_problems(pattern: Any) -> Any:
    view = pattern.callback

    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if response.status_code != 405:
            return response
        allowed = {"Allow": response.headers.get("Allow", "GET, HEAD")}
        return problem_response(
            request, Problem(405, "method-not-allowed", _("This address does not take that method."), headers=allowed)
        )

    pattern.callback = answer
    return pattern


@csrf_exempt
def _nothing_here(request: HttpRequest) -> HttpResponse:
    return problem_response(request, Problem(404, "not-found", _("There is nothing here.")))


router = make_router()

newsroom = NewsroomAPI(
    title="Newsroom API",
    version=__version__,
    description="Articles, summits, people, sources and comments of a news site, as typed documents.",
    urls_namespace=NAMESPACE,
    docs_url="/docs/",
    openapi_url="/openapi.json",
)
install_problem_handlers(newsroom)
newsroom.add_router("/", router)
