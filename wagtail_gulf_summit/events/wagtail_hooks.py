"""The desk of summits, the grid of a day, and what the editor is told of a schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button

from .desk import summit_viewsets
from .grid import ScheduleGridView
from .mixins import SummitPageMixin
from .panels import page_conflicts

SHOWN_CONFLICTS = 5


@hooks.register("register_admin_viewset")
def register_summit_desks() -> list[ViewSet]:
    return summit_viewsets()


@hooks.register("register_admin_urls")
def register_grid_url() -> list[URLPattern]:
    return [path("newsroom/summits/<int:pk>/schedule/", ScheduleGridView.as_view(), name="gulf_summit_schedule")]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def schedule_button(page: Any, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    if issubclass(page.specific_class or type(page), SummitPageMixin) and page.permissions_for_user(user).can_edit():
        url = reverse("gulf_summit_schedule", args=[page.pk])
        yield Button(_("Schedule"), url=url, icon_name="table", priority=15)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_conflicts(request: HttpRequest, page: Any) -> None:
    """Say what clashes in the schedule that was just saved; never a reason not to save."""
    if not isinstance(page, SummitPageMixin) or _is_autosave(request):
        return
    found = [conflict.message for conflict in page_conflicts(page)]
    if not found:
        return
    listed = format_html_join("", "<li>{}</li>", ((message,) for message in found[:SHOWN_CONFLICTS]))
    rest = len(found) - SHOWN_CONFLICTS
    more = format_html("<li>{}</li>", _("and %(count)s more") % {"count": rest}) if rest > 0 else ""
    heading = _("The page was saved. Its schedule has conflicts:")
    messages.warning(request, format_html("{}<ul>{}{}</ul>", heading, listed, more))


def _is_autosave(request: HttpRequest) -> bool:
    """Wagtail saves while the editor types, and asks for JSON then."""
    return not request.accepts("text/html")
