"""What our helpers were asked to register, and where it is mounted."""

from collections.abc import Sequence
from typing import Any

from django.urls import NoReverseMatch, reverse

#: The namespace of the newsroom API's addresses.
NAMESPACE = "gulf-summit-newsroom"

#: ``(router, names of endpoints)`` of Wagtail's API v2.
registered_endpoints: list[tuple[Any, list[str]]] = []

#: The ninja APIs, such as Wagtail's API v3, that have the newsroom's router.
registered_routers: list[Any] = []


def mounted_path(view: str, arguments: Sequence[Any] = ()) -> str | None:
    """The path of a newsroom's view where it is mounted: by itself, else in Wagtail's API v3, else nowhere."""
    for namespace in (NAMESPACE, *(api.urls_namespace for api in registered_routers)):
        try:
            return reverse(f"{namespace}:{view}", args=arguments)
        except NoReverseMatch:
            continue
    return None
