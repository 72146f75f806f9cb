"""System checks of reader comments: E500 to E599."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import connections
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils.module_loading import import_string
from limits import parse_many

from wagtail_gulf_summit.conf import conf

from .installed import missing_apps
from .policies import Policy

MODEL_PATH = "wagtail_gulf_summit.comments.models.ReaderComment"
AKISMET_RULE = "wagtail_gulf_summit.comments.pipeline.akismet.akismet"
FOREIGN_APPS = {"django_comments_xtd", "django_comments"}


@register("gulf_summit")
def check_base_library(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if missing := missing_apps():
        names = ", ".join(f'"{name}"' for name in missing)
        messages.append(
            Error(
                f"Reader comments need {names} in INSTALLED_APPS.",
                hint=f"Add {names} to INSTALLED_APPS.",
                id="gulf_summit.E501",
            )
        )
    if conf.COMMENTS_APP != "django_comments_xtd":
        messages.append(
            Error(
                "COMMENTS_APP does not name django-comments-xtd.",
                hint='Set COMMENTS_APP = "django_comments_xtd".',
                id="gulf_summit.E502",
            )
        )
    if conf.COMMENTS_XTD_MODEL != MODEL_PATH:
        messages.append(
            Error(
                "COMMENTS_XTD_MODEL does not name the reader comment.",
                hint=f'Set COMMENTS_XTD_MODEL = "{MODEL_PATH}".',
                id="gulf_summit.E503",
            )
        )
    if not conf.SITE_ID:
        messages.append(
            Error(
                "SITE_ID is not set: django-comments keeps each comment under a site of django.contrib.sites.",
                hint="Set SITE_ID = 1.",
                id="gulf_summit.E504",
            )
        )
    return messages


@register("gulf_summit")
def check_foreign_urls(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The base library's own views publish unmoderated, on GET, for any model: they must not be reachable."""
    return [
        Error(
            f'Views of "{name}" are mounted.',
            hint=f'Remove "{name}.urls" and its views from your URLs: reader comments bring their own API and pages.',
            id="gulf_summit.E505",
        )
        for name in sorted(FOREIGN_APPS & set(_mounted_apps(get_resolver())))
    ]


def _mounted_apps(resolver: URLResolver) -> Iterator[str]:
    """The top packages of all views, however their URLs came in."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _mounted_apps(pattern)
        else:
            view = pattern.callback
            view = getattr(view, "view_class", None) or getattr(view, "cls", None) or view
            yield str(getattr(view, "__module__", "")).partition(".")[0]


@register("gulf_summit")
def check_policy_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if conf.GULF_SUMMIT_COMMENTS_POLICY not in Policy.values:
        messages.append(
            Error(
                "GULF_SUMMIT_COMMENTS_POLICY is not a policy.",
                hint=f"Use one of: {', '.join(Policy.values)}.",
                id="gulf_summit.E506",
            )
        )
    for label in conf.GULF_SUMMIT_COMMENTS_PAGE_TYPES:
        try:
            apps.get_model(label)
        except (LookupError, ValueError):
            messages.append(
                Error(
                    f"GULF_SUMMIT_COMMENTS_PAGE_TYPES names {label!r}, which is not a model.",
                    hint='Name page types as "app_label.ModelName".',
                    id="gulf_summit.E507",
                )
            )
    youngest, oldest = conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE
    if not 0 <= youngest < oldest:
        messages.append(
            Error(
                "GULF_SUMMIT_COMMENTS_TOKEN_AGE leaves no time in which a token is valid.",
                hint="Give two numbers of seconds, the smaller first, such as (2, 7200).",
                id="gulf_summit.E508",
            )
        )
    for name in conf.GULF_SUMMIT_COMMENTS_RULES:
        try:
            import_string(name)
        except ImportError:
            messages.append(
                Error(
                    f"GULF_SUMMIT_COMMENTS_RULES names {name!r}, which cannot be imported.",
                    hint="Give the dotted names of rule functions.",
                    id="gulf_summit.E509",
                )
            )
    return messages


@register("gulf_summit")
def check_rates(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    for name, notation in conf.GULF_SUMMIT_COMMENTS_RATES.items():
        try:
            parse_many(notation)
        except ValueError:
            messages.append(
                Error(
                    f"GULF_SUMMIT_COMMENTS_RATES[{name!r}] cannot be read: {notation!r}.",
                    hint='Write rates as "5/hour" or "20/minute;200/hour".',
                    id="gulf_summit.E510",
                )
            )
    return messages


@register("gulf_summit")
def check_confirmation_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    url = conf.GULF_SUMMIT_COMMENTS_CONFIRM_URL
    if url and "{token}" not in url:
        return [
            Error(
                "GULF_SUMMIT_COMMENTS_CONFIRM_URL has no {token} in it.",
                hint='For example "https://www.example.com/comments/confirm?token={token}".',
                id="gulf_summit.E511",
            )
        ]
    if url or not conf.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL:
        return []
    try:
        reverse("gulf_summit_comments:confirm")
    except NoReverseMatch:
        return [
            Warning(
                "Confirmation mails have no page to link to.",
                hint=(
                    'Add path("comments/", include("wagtail_gulf_summit.comments.urls")) to your URLs, '
                    "or set GULF_SUMMIT_COMMENTS_CONFIRM_URL to your frontend's page."
                ),
                id="gulf_summit.W512",
            )
        ]
    return []


@register("gulf_summit")
def check_unsubscribe_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        reverse("gulf_summit_comments:unsubscribe")
    except NoReverseMatch:
        return [
            Warning(
                "Mails about replies have no page to end them at.",
                hint='Add path("comments/", include("wagtail_gulf_summit.comments.urls")) to your URLs.',
                id="gulf_summit.W514",
            )
        ]
    return []


@register("gulf_summit")
def check_privacy_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    url = conf.GULF_SUMMIT_COMMENTS_PRIVACY_URL
    if not url or "{token}" in url:
        return []
    return [
        Error(
            "GULF_SUMMIT_COMMENTS_PRIVACY_URL has no {token} in it.",
            hint='For example "https://www.example.com/comments/mine?token={token}".',
            id="gulf_summit.E520",
        )
    ]


@register("gulf_summit")
def check_spam_guards(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    if conf.GULF_SUMMIT_COMMENTS_ALTCHA_KEY and not find_spec("altcha"):
        messages.append(
            Error(
                "GULF_SUMMIT_COMMENTS_ALTCHA_KEY is set, but the altcha library is not installed.",
                hint='Install "wagtail-gulf-summit[spam]".',
                id="gulf_summit.E521",
            )
        )
    if AKISMET_RULE in conf.GULF_SUMMIT_COMMENTS_RULES and not (
        conf.GULF_SUMMIT_COMMENTS_AKISMET_KEY and find_spec("akismet")
    ):
        messages.append(
            Error(
                "GULF_SUMMIT_COMMENTS_RULES asks Akismet, which is not set up.",
                hint='Install "wagtail-gulf-summit[spam]", and set GULF_SUMMIT_COMMENTS_AKISMET_KEY.',
                id="gulf_summit.E522",
            )
        )
    return messages


@register("gulf_summit", deploy=True)
def check_proxies(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if conf.GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES:
        return []
    return [
        Warning(
            "Readers' addresses are taken from the connection: behind a proxy they are the proxy's, and by a unix "
            "socket there are none, so that limits and bans by address hold everybody or nobody.",
            hint=(
                "Set GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES to the number of your own proxies; "
                "silence this check if readers connect to the application itself."
            ),
            id="gulf_summit.W515",
        )
    ]


@register("gulf_summit", "database")
def check_sqlite_transactions(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Warning(
            f"The SQLite database {alias!r} starts transactions without a write lock: comments posted at once fail.",
            hint='Set OPTIONS = {"transaction_mode": "IMMEDIATE", "timeout": 20} for this database.',
            id="gulf_summit.W513",
        )
        for alias in databases or ()
        if connections[alias].vendor == "sqlite"
        and connections[alias].settings_dict.get("OPTIONS", {}).get("transaction_mode", "").upper()
        not in ("IMMEDIATE", "EXCLUSIVE")
    ]
