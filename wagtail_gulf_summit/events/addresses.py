"""Where the calendars are served, if they are."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import urlsplit

from django.urls import NoReverseMatch, reverse


def calendar_path(kind: Literal["summit", "session", "series", "section"], key: int) -> str:
    """The path of the calendar of something with that number; empty where the newsroom API is not mounted."""
    try:
        return reverse(f"gulf-summit-newsroom:{kind}_ics", args=[key])
    except NoReverseMatch:
        return ""


def subscription(path: str, page: Any, request: Any = None) -> str:
    """The ``webcal:`` address of a calendar at ``path`` of the site of ``page``; empty for no path."""
    site = None if request else page.get_site()
    host = request.get_host() if request else urlsplit(site.root_url).netloc if site else ""
    return f"webcal://{host}{path}" if host and path else path
