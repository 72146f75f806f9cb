"""System checks of the API: what is mounted, and in which order things are read."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.urls import NoReverseMatch, get_resolver, reverse

from wagtail_gulf_summit.conf import conf

from .registry import registered_endpoints, registered_routers

API = "wagtail_gulf_summit.api"
SHORT_WAY = "wagtail_gulf_summit.api.middleware.NewsroomMiddleware"
SEES_EVERY_ANSWER = {
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
}


@register("gulf_summit")
def check_app_order(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Wagtail makes the schemas of its API v3 once, when the first of its apps that needs them is ready."""
    if not getattr(apps.get_app_config("gulf_summit_api"), "v3_schemas_made_before", False):
        return []
    return [
        Error(
            f"'{API}' stands too low in INSTALLED_APPS.",
            hint="Move it above 'wagtail.images', 'wagtail.documents', 'wagtail.snippets' and"
            " 'wagtail.contrib.redirects': they make the schemas of Wagtail's API v3.",
            id="gulf_summit.E801",
        )
    ]


@register("gulf_summit")
def check_search_app(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not (apps.is_installed("modelsearch") and apps.is_installed("wagtail.search")):
        return []
    return [
        Error(
            "'modelsearch' is in INSTALLED_APPS beside 'wagtail.search', which is the same app.",
            hint="Remove 'modelsearch': with both, deleting a page fails.",
            id="gulf_summit.E802",
        )
    ]


@register(Tags.urls)
def check_newsroom_is_mounted(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not conf.ROOT_URLCONF or _has("gulf-summit-newsroom:openapi-json"):
        return []
    return [
        Warning(
            "The newsroom API is installed but not in the URLconf.",
            hint='Add path("api/newsroom/", newsroom.urls) to your urlpatterns, with'
            " `from wagtail_gulf_summit.api.newsroom import newsroom`.",
            id="gulf_summit.W801",
        )
    ]


@register(Tags.urls)
def check_v2_endpoints(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An endpoint that is registered after ``router.urls`` was read answers 404 without a word."""
    if not conf.ROOT_URLCONF:
        return []
    get_resolver().url_patterns  # noqa: B018 - imports the URLconf, and with it what registers endpoints
    return [
        Error(
            f"The endpoint '{name}' of Wagtail's API v2 was registered after its URLs were read.",
            hint='Have path("api/v2/", api_router.urls) in urlpatterns, below the call of v2.register(api_router).',
            id="gulf_summit.E803",
        )
        for router, names in registered_endpoints
        for name in names
        if not _has(f"{router.url_namespace}:{name}:listing")
    ]


@register(Tags.urls)
def check_wagtails_apis(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What a door of Wagtail's own needs, where one half of it is there."""
    if not conf.ROOT_URLCONF:
        return []
    get_resolver().url_patterns  # noqa: B018 - imports the URLconf, and with it what registers endpoints
    messages: list[CheckMessage] = []
    if registered_endpoints:
        missing = [name for name in ("wagtail.api.v2", "rest_framework") if not apps.is_installed(name)]
        messages += [
            Error(
                f'The URLconf mounts Wagtail\'s API v2, and "{name}" is missing from INSTALLED_APPS.',
                hint=f'Add "{name}" to INSTALLED_APPS.',
                id="gulf_summit.E804",
            )
            for name in missing
        ]
    elif apps.is_installed("wagtail.api.v2"):
        messages.append(_unregistered("v2", "v2.register(api_router)"))
    if apps.is_installed("wagtail.api.v3") and not registered_routers:
        messages.append(_unregistered("v3", "v3.register(api)"))
    return messages


def _unregistered(version: str, call: str) -> CheckMessage:
    return Warning(
        f"Wagtail's API {version} is installed without the endpoints of this package.",
        hint=f"Call {call} in the URLconf, with `from wagtail_gulf_summit.api import {version}`; or silence this"
        " check, if that is meant.",
        id="gulf_summit.W805",
    )


@register("gulf_summit")
def check_preview_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    url = conf.GULF_SUMMIT_PREVIEW_URL
    if not url or ("{token}" in url and url.startswith(("https://", "http://", "/"))):
        return []
    return [
        Error(
            "GULF_SUMMIT_PREVIEW_URL is not an address with {token} in it.",
            hint='For example "https://www.example.com/preview?token={token}".',
            id="gulf_summit.E806",
        )
    ]


@register(Tags.database, deploy=True)
def check_connections_are_kept(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        Warning(
            f"The database '{alias}' is connected to anew for each request (CONN_MAX_AGE is 0).",
            hint="Set CONN_MAX_AGE to some minutes, or use a connection pool: a new connection costs more"
            " than the answer it is for.",
            id="gulf_summit.W802",
        )
        for alias, settings in conf.DATABASES.items()
        if settings.get("CONN_MAX_AGE", 0) == 0
        and "pool" not in settings.get("OPTIONS", {})
        and "sqlite" not in settings.get("ENGINE", "")
    ]


@register("gulf_summit")
def check_short_way(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Middleware above ours sees every answer, middleware below it sees none of the newsroom API's."""
    listed = conf.MIDDLEWARE
    if SHORT_WAY not in listed:
        return []
    above, below = listed[: listed.index(SHORT_WAY)], listed[listed.index(SHORT_WAY) + 1 :]
    return [
        *(
            Warning(
                f"'{SHORT_WAY}' stands below '{name}' in MIDDLEWARE, and spares it nothing.",
                hint=f"Move it above '{name}'.",
                id="gulf_summit.W803",
            )
            for name in above
            if name == "django.contrib.sessions.middleware.SessionMiddleware"
        ),
        *(
            Warning(
                f"'{SHORT_WAY}' stands above '{name}' in MIDDLEWARE, which sees no answer of the newsroom API.",
                hint=f"Move it below '{name}'.",
                id="gulf_summit.W804",
            )
            for name in below
            if name in SEES_EVERY_ANSWER
        ),
    ]


def _has(view: str) -> bool:
    try:
        reverse(view)
    except NoReverseMatch:
        return False
    return True
