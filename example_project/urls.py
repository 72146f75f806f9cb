from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_gulf_summit.api import v2
from wagtail_gulf_summit.api.newsroom import newsroom
from wagtail_gulf_summit.compat import WAGTAIL_8
from wagtail_gulf_summit.delivery.sitemap import sitemap

api_router = WagtailAPIRouter("wagtailapi")
v2.register(api_router)

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/newsroom/", newsroom.urls),
    path("api/v2/", api_router.urls),
    path("sitemap.xml", sitemap),
    path("comments/", include("wagtail_gulf_summit.comments.urls")),
    # A real site lets its web server hand out uploads.
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
]

if WAGTAIL_8:
    from wagtail.api.v3.urls import api

    from wagtail_gulf_summit.api import v3

    v3.register(api)
    urlpatterns += [path("api/v3/", api.urls)]

urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)
