"""The link to a page's draft, in the menu of the page's editor and of its place in the explorer."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from .preview_links import may_preview, open_preview


@hooks.register("register_admin_urls")
def register_preview_url() -> list[URLPattern]:
    return [path("gulf-summit/preview/<int:page_id>/", open_preview, name="gulf_summit_preview")]


@hooks.register("register_page_header_buttons")
def preview_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterable[Button]:
    if may_preview(page, user):
        yield Button(
            _("Preview through the API"),
            reverse("gulf_summit_preview", args=[page.pk]),
            icon_name="view",
            attrs={"target": "_blank", "rel": "noreferrer"},
            priority=67,
        )
