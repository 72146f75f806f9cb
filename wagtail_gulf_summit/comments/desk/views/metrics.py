"""The desk's numbers on a page of their own."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wagtail_gulf_summit.comments.desk.metrics import metrics_for
from wagtail_gulf_summit.comments.desk.permissions import require_moderator


class MetricsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "gulf_summit_comments/desk/metrics.html"
    page_title = _("Moderation in numbers")
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("reader_comments:index"), "label": _("Reader comments")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"metrics": metrics_for(self.request.user)}
