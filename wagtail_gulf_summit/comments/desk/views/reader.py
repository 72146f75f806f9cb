"""One reader, as far as a moderator may see: what they wrote, what holds for them, and how to change it."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from wagtail_gulf_summit.comments.desk.cards import cards_for
from wagtail_gulf_summit.comments.desk.decisions import in_force
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_comments, visible_standings
from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.states import State

from .queue import DeskListView


class ReaderView(DeskListView):
    """The reader who wrote the comment ``pk``."""

    template_name = "gulf_summit_comments/desk/reader.html"
    results_template_name = "gulf_summit_comments/desk/reader_results.html"
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        written = visible_comments(request.user).exclude(state=State.ERASED)
        self.comment: ReaderComment = get_object_or_404(written, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def index_url(self) -> str:
        return reverse("reader_comments:reader", args=[self.comment.pk])

    def get_page_title(self) -> str:
        return self.comment.user_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("reader_comments:index"), "label": _("Reader comments")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_base_queryset(self) -> QuerySet:
        mine = visible_comments(self.request.user).filter(author_key=self.comment.author_key)
        return mine.select_related("page", "moderator").order_by("-created_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        by_state = self.get_base_queryset().order_by().values_list("state").annotate(number=Count("pk"))
        numbers = dict(by_state)
        return context | {
            "comment": self.comment,
            "cards": cards_for(self.request.user, context["object_list"]),
            "numbers": [(state.label, numbers[state]) for state in State if state in numbers],
            "standings": self._standings().select_related("page", "created_by"),
        }

    def _standings(self) -> QuerySet:
        comment = self.comment
        mine = Q(subject=ReaderStanding.Subject.EMAIL, key=comment.author_key)
        if comment.ip_key:
            mine |= Q(subject=ReaderStanding.Subject.IP, key=comment.ip_key)
        return in_force().filter(mine, pk__in=visible_standings(self.request.user).values("pk"))
