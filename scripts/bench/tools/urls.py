"""The newsroom API beside Wagtail's own, stock, and views that do nothing but return bytes."""

import mimetypes
import os
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from wagtail_gulf_summit.api.newsroom import newsroom
from wagtail_gulf_summit.compat import WAGTAIL_8

#: Files whose bytes ``/bare/<name>`` returns.
BARE = Path(os.environ.get("BENCH_BARE") or ".")

_bytes: dict[str, bytes] = {}


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """The least that a Django view can do to return these bytes."""
    if name not in _bytes:
        _bytes[name] = (BARE / name).read_bytes()
    return HttpResponse(_bytes[name], content_type=mimetypes.types_map[".json"])


stock = WagtailAPIRouter("stock")
stock.register_endpoint("pages", PagesAPIViewSet)

urlpatterns = [
    path("bare/<str:name>", bare),
    path("admin/", include(wagtailadmin_urls)),
    path("api/newsroom/", newsroom.urls),
    path("api/v2/", stock.urls),
]

if WAGTAIL_8:
    from wagtail.api.v3.urls import api

    urlpatterns.append(path("api/v3/", api.urls))

urlpatterns.append(path("", include(wagtail_urls)))
