"""The desk's addresses and its place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from wagtail_gulf_summit.comments import converters  # noqa: F401  (registers them)

from .permissions import is_moderator
from .views.decide import decide_view, standing_view
from .views.detail import CommentView, add_note, set_pinned
from .views.metrics import MetricsView
from .views.queue import QueueView
from .views.reader import ReaderView
from .views.standings import StandingsView, lift_view


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
            path("standings/", StandingsView.as_view(), name="standings"),
            path("standings/<comment_id:pk>/lift/", require_POST(lift_view), name="lift"),
            path("<comment_id:pk>/", CommentView.as_view(), name="comment"),
            path("<comment_id:pk>/reader/", ReaderView.as_view(), name="reader"),
            path("<comment_id:pk>/note/", require_POST(add_note), name="note"),
            path("<comment_id:pk>/pin/", require_POST(set_pinned), name="pin"),
            path("<comment_id:pk>/standing/", require_POST(standing_view), name="standing"),
        ]


viewset = ReaderCommentsViewSet()
