"""System checks of the whole package; each room adds its own in its ``checks.py``."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .conf import conf


@register("gulf_summit")
def check_image_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if not all(isinstance(width, int) and width > 0 for width in conf.GULF_SUMMIT_IMAGE_WIDTHS):
        messages.append(
            Error(
                "GULF_SUMMIT_IMAGE_WIDTHS must hold positive whole numbers.",
                hint="For example GULF_SUMMIT_IMAGE_WIDTHS = (400, 800, 1200).",
                id="gulf_summit.E001",
            )
        )
    if not set(conf.GULF_SUMMIT_IMAGE_FORMATS) <= {"avif", "webp"}:
        messages.append(
            Error(
                "GULF_SUMMIT_IMAGE_FORMATS names an unknown format.",
                hint='Use a subset of ("avif", "webp").',
                id="gulf_summit.E002",
            )
        )
    return messages
