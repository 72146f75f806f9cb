"""As Django's documentation has it: every language under its prefix, the default one as well."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

from wagtail_gulf_summit.api.newsroom import newsroom

urlpatterns = [
    path("api/newsroom/", newsroom.urls),
    *i18n_patterns(path("", include(wagtail_urls))),
]
