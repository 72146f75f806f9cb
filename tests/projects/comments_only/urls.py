from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from ninja import NinjaAPI
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from wagtail_gulf_summit.api.comments import router as comments_router
from wagtail_gulf_summit.api.problems import install_problem_handlers

api = NinjaAPI(title="Comments", urls_namespace="newsroom", openapi_url="openapi.json", docs_url="docs/")
install_problem_handlers(api)
api.add_router("comments/", comments_router)

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("api/newsroom/", api.urls),
    path("comments/", include("wagtail_gulf_summit.comments.urls")),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
