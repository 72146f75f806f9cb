from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_gulf_summit.api.newsroom import newsroom

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/newsroom/", newsroom.urls),
]

urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)
