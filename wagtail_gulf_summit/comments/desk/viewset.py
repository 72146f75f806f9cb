"""The desk's addresses and its place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from wagtail_gulf_summit.comments.states import State

from .permissions import is_moderator
from .views.decide import decide_view, standing_view
from .views.detail import CommentView, add_note, set_pinned
from .views.metrics import MetricsView
from .views.queue import QueueView


class StateConverter:
    regex = "|".join(State.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(getattr(value, "value", value))


register_converter(StateConverter, "comment_state")


class ModeratorMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_moderator(request.user)


class ReaderCommentsViewSet(ViewSet):
    name = "reader_comments"
    url_prefix = "reader-comments"
    icon = "comment"
    menu_label = _("Reader comments")
    menu_name = "reader_comments"
    menu_order = 600
    menu_hook = "register_newsroom_menu_item"
    menu_item_class = ModeratorMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        queue, results = QueueView.as_view(), QueueView.as_view(results_only=True)
        return [
            path("", queue, name="index"),
            path("state/<comment_state:state>/", queue, name="state"),
            path("state/<comment_state:state>/results/", results, name="state_results"),
            path("decide/", require_POST(decide_view), name="decide"),
            path("metrics/", MetricsView.as_view(), name="metrics"),
            path("<int:pk>/", CommentView.as_view(), name="comment"),
            path("<int:pk>/note/", require_POST(add_note), name="note"),
            path("<int:pk>/pin/", require_POST(set_pinned), name="pin"),
            path("<int:pk>/standing/", require_POST(standing_view), name="standing"),
        ]


viewset = ReaderCommentsViewSet()
