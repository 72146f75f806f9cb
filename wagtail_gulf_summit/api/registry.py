"""What our helpers were asked to register, for the system checks to compare with what is mounted."""

from typing import Any

#: The namespace of the newsroom API's addresses.
NAMESPACE = "gulf-summit-newsroom"

#: ``(router, names of endpoints)`` of Wagtail's API v2.
registered_endpoints: list[tuple[Any, list[str]]] = []

#: The ninja APIs, such as Wagtail's API v3, that have the newsroom's router.
registered_routers: list[Any] = []
