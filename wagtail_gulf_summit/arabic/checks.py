"""System checks of the Arabic room."""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from wagtail_gulf_summit.conf import conf

from .search.plan import index_exists, table_name

BACKEND = "wagtail_gulf_summit.arabic.search"
UNFOLDED = ("wagtail.search.backends.database", "modelsearch.backends.database")
SHORT_REDIRECTS = "wagtail.contrib.redirects.middleware.RedirectMiddleware"
REDIRECTS = "wagtail_gulf_summit.arabic.redirects.RedirectMiddleware"
DIGITS = ("western", "arabic-indic")


@register("gulf_summit")
def check_arabic_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if not re.fullmatch("[A-Z]{2}", conf.GULF_SUMMIT_ARABIC_REGION):
        messages.append(
            Error(
                "GULF_SUMMIT_ARABIC_REGION must be a country code of two capital letters.",
                hint='For example GULF_SUMMIT_ARABIC_REGION = "AE".',
                id="gulf_summit.E600",
            )
        )
    if conf.GULF_SUMMIT_ARABIC_DIGITS not in DIGITS:
        messages.append(
            Error(
                "GULF_SUMMIT_ARABIC_DIGITS names digits that do not exist.",
                hint='Use "western" or "arabic-indic".',
                id="gulf_summit.E601",
            )
        )
    if conf.GULF_SUMMIT_HIJRI_DATES and find_spec("hijridate") is None:
        messages.append(
            Error(
                "GULF_SUMMIT_HIJRI_DATES is on, and hijridate is not installed.",
                hint='Run: pip install "wagtail-gulf-summit[hijri]".',
                id="gulf_summit.E602",
            )
        )
    return messages


@register("gulf_summit")
def check_search_backend(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    backend = conf.WAGTAILSEARCH_BACKENDS.get("default", {})
    unfolded = backend.get("BACKEND", "").startswith(
        ("wagtail.search.backends.database", "modelsearch.backends.database")
    )
    if backend and not unfolded:
        return []
    return [
        Warning(
            "The search backend does not fold Arabic: it finds one spelling of a word, and none of its other forms.",
            hint=f'Set "BACKEND": "{BACKEND}" in WAGTAILSEARCH_BACKENDS, then run: manage.py update_index.',
            id="gulf_summit.W603",
        )
    ]


@register("gulf_summit")
def check_redirect_middleware(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if SHORT_REDIRECTS not in conf.MIDDLEWARE:
        return []
    return [
        Warning(
            "Redirects from paths of over 255 characters are not followed.",
            hint=f'Put "{REDIRECTS}" in the place of "{SHORT_REDIRECTS}" in MIDDLEWARE.',
            id="gulf_summit.W605",
        )
    ]


@register(Tags.database)
def check_search_index(databases: Sequence[str] | None, **kwargs: Any) -> list[CheckMessage]:
    missing = [alias for alias in databases or () if not _has_index(alias)]
    return [
        Warning(
            f"The database {alias} searches by reading the whole search index.",
            hint="Run: manage.py gulf_summit_search_index.",
            id="gulf_summit.W604",
        )
        for alias in missing
    ]


def _has_index(alias: str) -> bool:
    connection = connections[alias]
    return connection.vendor != "postgresql" or index_exists(connection) or not _has_table(connection)


def _has_table(connection: Any) -> bool:
    return table_name() in connection.introspection.table_names()
