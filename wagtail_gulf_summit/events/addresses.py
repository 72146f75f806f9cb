"""Where the calendars are served, if they are."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse


def calendar_address(page: Any, request: Any = None) -> str:
    """The ``webcal:`` address of a summit's calendar; empty where the newsroom API is not mounted."""
    try:
        path = reverse("gulf-summit-newsroom:summit_ics", args=[page.pk])
    except NoReverseMatch:
        return ""
    host = request.get_host() if request else (page.get_site().hostname if page.get_site() else "")
    return f"webcal://{host}{path}" if host else path
