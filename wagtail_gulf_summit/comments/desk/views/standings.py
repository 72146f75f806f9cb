"""Bans and trust that came from the moderator's own sections, and their end."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import BaseListingView

from wagtail_gulf_summit.comments.desk.decisions import lift
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_comments, visible_standings
from wagtail_gulf_summit.comments.models import ReaderStanding
from wagtail_gulf_summit.comments.states import State


class StandingsPaginator(WagtailPaginator):
    @cached_property
    def items_count_label(self) -> str:
        return ngettext("%(number)s entry", "%(number)s entries", self.count) % {"number": self.count}


class StandingsView(BaseListingView):
    model = ReaderStanding
    page_title = _("Bans and trust")
    header_icon = "user"
    template_name = "gulf_summit_comments/desk/standings.html"
    results_template_name = "gulf_summit_comments/desk/standings_results.html"
    index_url_name = "reader_comments:standings"
    paginate_by = 50
    paginator_class = StandingsPaginator

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        standings = visible_standings(self.request.user).select_related("page", "created_by")
        return standings.order_by("-created_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each entry with a comment of its reader that leads to the reader's page, if there is one to be seen."""
        context = super().get_context_data(**kwargs)
        keys = [standing.key for standing in context["object_list"]]
        seen = visible_comments(self.request.user).exclude(state=State.ERASED)
        by_key = dict(seen.filter(author_key__in=keys).order_by("pk").values_list("author_key", "pk"))
        for standing in context["object_list"]:
            standing.comment_id = by_key.get(standing.key)
        return context

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
    return redirect(get_valid_next_url_from_request(request) or "reader_comments:standings")
