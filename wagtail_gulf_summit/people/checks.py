"""System checks of this room."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register


@register("gulf_summit")
def check_installed_with(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"wagtail_gulf_summit.people needs {name}.",
            hint=f'Add "{name}" to INSTALLED_APPS.',
            id=check_id,
        )
        for name, check_id in (("wagtail.snippets", "gulf_summit.E101"), ("wagtail.images", "gulf_summit.E102"))
        if not apps.is_installed(name)
    ]
