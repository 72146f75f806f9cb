"""System checks of the whole package; each room adds its own in its ``checks.py``."""

import sys
from typing import Any

from django.apps import apps
from django.conf import global_settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections
from django.urls import get_resolver

from .conf import conf
from .requirements import ROOT, listed_apps, missing_apps

LOCALE_MIDDLEWARE = "django.middleware.locale.LocaleMiddleware"


def publishes_news() -> bool:
    """Whether the site has articles or summits; one that takes only comments or citations may have one language."""
    return any(apps.is_installed(f"{ROOT}.{room}") for room in ("articles", "events"))


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


@register("gulf_summit")
def check_required_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The apps that the root took in so that the site could be loaded, and any that are missing beside it."""
    taken_in = getattr(apps.get_app_config(ROOT), "missing", {}) if apps.is_installed(ROOT) else {}
    missing = {**taken_in, **missing_apps(listed_apps())}
    return [
        Error(
            f'"{name}" is missing from INSTALLED_APPS.',
            hint=f'Add "{name}" to INSTALLED_APPS: "{needed_by}" does not work without it.',
            id="gulf_summit.E003",
        )
        for name, needed_by in missing.items()
    ]


@register("gulf_summit")
def check_rooms_in_use(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What the settings name of a room that is not installed: its tables and translations would be missing."""
    backends = [str(backend.get("BACKEND")) for backend in conf.WAGTAILSEARCH_BACKENDS.values()]
    named = {"comments": [conf.COMMENTS_XTD_MODEL], "arabic": [*conf.MIDDLEWARE, *backends]}
    return [
        Error(
            f'The settings use "{name}", and "{ROOT}.{room}" is missing from INSTALLED_APPS.',
            hint=f'Add "{ROOT}.{room}" to INSTALLED_APPS.',
            id="gulf_summit.E011",
        )
        for room, names in named.items()
        if not apps.is_installed(f"{ROOT}.{room}")
        for name in names
        if name.startswith(f"{ROOT}.{room}.")
    ]


@register(Tags.urls)
def check_api_in_use(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not conf.ROOT_URLCONF or apps.is_installed(f"{ROOT}.api"):
        return []
    get_resolver().url_patterns  # noqa: B018 - imports the URLconf, and with it what it mounts
    if f"{ROOT}.api.newsroom" not in sys.modules:
        return []
    return [
        Error(
            f'The URLconf mounts the API, and "{ROOT}.api" is missing from INSTALLED_APPS.',
            hint=f'Add "{ROOT}.api" to INSTALLED_APPS.',
            id="gulf_summit.E014",
        )
    ]


@register("gulf_summit")
def check_page_types(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    kinds = {getattr(model, "page_kind", None) for model in apps.get_models()}
    return [
        Warning(
            f'"{ROOT}.{room}" is installed, and no page type of the site is a {kind}.',
            hint=f'Add "{ROOT}.pages" to INSTALLED_APPS, or give a page type of your own {mixin}.',
            id="gulf_summit.W012",
        )
        for room, kind, mixin in (
            ("articles", "article", "ArticlePageMixin"),
            ("events", "summit", "SummitPageMixin"),
        )
        if apps.is_installed(f"{ROOT}.{room}") and kind not in kinds
    ]


@register("gulf_summit")
def check_order_of_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Django takes templates and translations from the app that is listed first."""
    listed = listed_apps()
    below = [
        name
        for name in ("django_comments_xtd", "django_comments")
        if ROOT in listed and name in listed and listed.index(name) < listed.index(ROOT)
    ]
    return [
        Warning(
            f'"{name}" comes before "{ROOT}" in INSTALLED_APPS: its texts stay untranslated.',
            hint=f'Move "{ROOT}" above "{name}".',
            id="gulf_summit.W004",
        )
        for name in below
    ]


@register("gulf_summit")
def check_languages(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if not publishes_news():
        return messages
    if not conf.WAGTAIL_I18N_ENABLED:
        messages.append(
            Warning(
                "WAGTAIL_I18N_ENABLED is not set: no page, person or source can have a translation.",
                hint="Set WAGTAIL_I18N_ENABLED = True.",
                id="gulf_summit.W005",
            )
        )
    # Django's own list has every language it knows, so a site that chose none has Arabic as well.
    default = list(global_settings.LANGUAGES)
    if default == conf.LANGUAGES or not any(code.split("-")[0] == "ar" for code, _name in conf.LANGUAGES):
        messages.append(
            Warning(
                "Arabic is not among the languages that are chosen for the content.",
                hint='Set LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ar", "Arabic"), ("en", "English")].',
                id="gulf_summit.W006",
            )
        )
    if LOCALE_MIDDLEWARE not in conf.MIDDLEWARE:
        messages.append(
            Warning(
                "LocaleMiddleware is missing from MIDDLEWARE: pages and answers ignore the language of the request.",
                hint=f'Add "{LOCALE_MIDDLEWARE}" to MIDDLEWARE, after SessionMiddleware.',
                id="gulf_summit.W007",
            )
        )
    return messages


@register("gulf_summit")
def check_time_zones(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if conf.USE_TZ:
        return []
    return [
        Error(
            "USE_TZ is off: the times of articles, sessions and comments would have no offset.",
            hint="Set USE_TZ = True.",
            id="gulf_summit.E008",
        )
    ]


@register("gulf_summit")
def check_translation_editor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not publishes_news():
        return []
    if not any(apps.is_installed(name) for name in ("wagtail_localize", "wagtail.contrib.simple_translation")):
        return [
            Warning(
                "Editors have no way to translate: no translation app is installed.",
                hint='Add "wagtail_localize" and "wagtail_localize.locales" to INSTALLED_APPS.',
                id="gulf_summit.W009",
            )
        ]
    if not any(apps.is_installed(name) for name in ("wagtail_localize.locales", "wagtail.locales")):
        return [
            Warning(
                "Administrators have no screen on which to add a language.",
                hint='Add "wagtail_localize.locales" to INSTALLED_APPS.',
                id="gulf_summit.W013",
            )
        ]
    return []


@register("gulf_summit", Tags.database)
def check_character_set(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """MySQL's older character sets hold neither every Arabic letter's marks nor any emoji of a reader's comment."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor != "mysql":
            continue
        with connection.cursor() as cursor:
            cursor.execute("SELECT @@character_set_database")
            (character_set,) = cursor.fetchone()
        if character_set != "utf8mb4":
            messages.append(
                Error(
                    f"The database {alias!r} stores text as {character_set}.",
                    hint="ALTER DATABASE name CHARACTER SET utf8mb4; then convert its tables.",
                    id="gulf_summit.E010",
                )
            )
    return messages
