"""System checks of the whole package; each room adds its own in its ``checks.py``."""

from typing import Any

from django.apps import apps
from django.conf import global_settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

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
    editors = ("wagtail_localize", "wagtail.contrib.simple_translation")
    if not publishes_news() or any(apps.is_installed(name) for name in editors):
        return []
    return [
        Warning(
            "Editors have no way to translate: no translation app is installed.",
            hint='Add "wagtail_localize" and "wagtail_localize.locales" to INSTALLED_APPS.',
            id="gulf_summit.W009",
        )
    ]


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
