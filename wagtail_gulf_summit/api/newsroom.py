"""The newsroom API: one router, to mount by itself or beside Wagtail's.

By itself::

    from wagtail_gulf_summit.api.newsroom import newsroom

    urlpatterns = [path("api/newsroom/", newsroom.urls)]
"""

from django.apps import apps
from ninja import Router

from wagtail_gulf_summit import __version__
from wagtail_gulf_summit.comments.installed import comments_installed

from . import people, preview, search, site, sources
from .application import NewsroomAPI
from .registry import NAMESPACE


def make_router() -> Router:
    """The endpoints of the rooms that are installed."""
    router = Router()
    if apps.is_installed("wagtail_gulf_summit.articles"):
        from . import articles, feeds

        router.add_router("/articles/", articles.router)
        router.add_router("/feeds/", feeds.router)
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


router = make_router()

newsroom = NewsroomAPI(
    title="Newsroom API",
    version=__version__,
    description="Articles, summits, people, sources and comments of a news site, as typed documents.",
    urls_namespace=NAMESPACE,
    docs_url="/docs/",
    openapi_url="/openapi.json",
)
newsroom.add_router("/", router)
