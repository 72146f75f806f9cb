"""The newsroom API below the prefixes of languages, at an address of the site's own choice."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

from wagtail_gulf_summit.api.newsroom import newsroom

urlpatterns = i18n_patterns(
    path("deep/news/", newsroom.urls),
    path("", include(wagtail_urls)),
)
