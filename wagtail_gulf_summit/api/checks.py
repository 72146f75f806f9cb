"""System checks of the API: 800 to 899."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register
from django.urls import NoReverseMatch, reverse


@register("gulf_summit")
def check_newsroom_is_mounted(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    from .newsroom import NAMESPACE

    try:
        reverse(f"{NAMESPACE}:api-root")
    except NoReverseMatch:
        return [
            Warning(
                "The newsroom API has no address.",
                hint=(
                    'Add path("api/newsroom/", newsroom.urls) to your URLs, with '
                    "from wagtail_gulf_summit.api.newsroom import newsroom."
                ),
                id="gulf_summit.W800",
            )
        ]
    return []
