"""Bans and trust that came from the moderator's own sections, and their end."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseListingView

from wagtail_gulf_summit.comments.desk.decisions import lift
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_standings
from wagtail_gulf_summit.comments.models import ReaderStanding


class StandingsView(BaseListingView):
    model = ReaderStanding
    page_title = _("Bans and trust")
    header_icon = "user"
    template_name = "gulf_summit_comments/desk/standings.html"
    results_template_name = "gulf_summit_comments/desk/standings_results.html"
    index_url_name = "reader_comments:standings"
    paginate_by = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        standings = visible_standings(self.request.user).select_related("page", "created_by")
        return standings.order_by("-created_at", "-pk")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("reader_comments:index"), "label": _("Reader comments")},
            {"url": "", "label": self.page_title},
        ]


def lift_view(request: HttpRequest, pk: int) -> HttpResponse:
    """End a ban or a trust."""
    require_moderator(request.user)
    standing = get_object_or_404(visible_standings(request.user), pk=pk)
    name = standing.name
    lift(request.user, standing)
    messages.success(request, _("%(name)s is neither banned nor trusted any more.") % {"name": name})
    return redirect("reader_comments:standings")
