"""The one place that looks at Wagtail or Django versions."""

from typing import Any

from wagtail import VERSION as WAGTAIL_VERSION
from wagtail.api import APIField

WAGTAIL_8 = WAGTAIL_VERSION >= (8, 0)


def api_field(name: str, serializer: Any = None, writable: bool = False) -> APIField:
    """An ``APIField``; ``writable`` is used on Wagtail 8.0 and left out before, where it is a TypeError."""
    if WAGTAIL_8:
        return APIField(name, serializer=serializer, writable=writable)
    return APIField(name, serializer=serializer)


def read_as(name: str, serializer: Any) -> list[APIField]:
    """A writable field that is read through ``serializer``.

    It is named twice, since Wagtail's API v3 writes no field that has a serializer; all APIs read the second.
    """
    return [api_field(name, writable=True), api_field(name, serializer)]
