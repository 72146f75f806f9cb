"""System checks of the citations room: gulf_summit.E200 to E299 and W200 to W299."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register


@register("gulf_summit")
def check_snippets_installed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if apps.is_installed("wagtail.snippets"):
        return []
    return [
        Error(
            "wagtail_gulf_summit.citations needs wagtail.snippets, where sources are kept.",
            hint='Add "wagtail.snippets" to INSTALLED_APPS, below "wagtail_gulf_summit.citations".',
            id="gulf_summit.E200",
        )
    ]
