"""System checks of this room."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning, register

from wagtail_gulf_summit.conf import conf

#: Form fields that the editor of a summit with a hundred sessions sends.
FIELDS_OF_A_SUMMIT = 3000


@register("gulf_summit")
def check_hijri_dates(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if conf.GULF_SUMMIT_HIJRI_DATES and find_spec("hijridate") is None:
        return [
            Error(
                "GULF_SUMMIT_HIJRI_DATES is on, but hijridate is not installed.",
                hint="pip install wagtail-gulf-summit[hijri], or leave the setting out.",
                id="gulf_summit.E401",
            )
        ]
    return []


@register("gulf_summit")
def check_form_fields(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    limit = conf.DATA_UPLOAD_MAX_NUMBER_FIELDS
    if limit is not None and limit < FIELDS_OF_A_SUMMIT:
        return [
            Warning(
                "DATA_UPLOAD_MAX_NUMBER_FIELDS is too low to save a summit with many sessions.",
                hint="Set DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000, as Wagtail's project template does.",
                id="gulf_summit.W402",
            )
        ]
    return []


@register("gulf_summit")
def check_needed_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if apps.is_installed("wagtail_gulf_summit.people"):
        return []
    return [
        Error(
            "wagtail_gulf_summit.events needs the people who speak.",
            hint='Add "wagtail_gulf_summit.people" to INSTALLED_APPS.',
            id="gulf_summit.E403",
        )
    ]
