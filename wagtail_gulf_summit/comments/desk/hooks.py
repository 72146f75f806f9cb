"""What the desk hangs into Wagtail."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wagtail_gulf_summit.comments.transitions import LOG_ACTIONS, UNDO

from .groups import ModerationFormSet
from .viewset import ReaderCommentsViewSet, viewset


@hooks.register("register_admin_viewset")
def register_desk() -> ReaderCommentsViewSet:
    return viewset


@hooks.register("register_group_permission_panel")
def register_moderation_of_groups() -> Any:
    return ModerationFormSet


@hooks.register("register_log_actions")
def register_comment_log_actions(actions: Any) -> None:
    labels = {
        "gulf_summit_comments.hold": (_("Hold comment"), _("Comment held for review")),
        "gulf_summit_comments.approve": (_("Approve comment"), _("Comment approved")),
        "gulf_summit_comments.reject": (_("Reject comment"), _("Comment rejected")),
        "gulf_summit_comments.spam": (_("Mark comment as spam"), _("Comment marked as spam")),
        "gulf_summit_comments.remove": (_("Remove comment"), _("Comment removed")),
        "gulf_summit_comments.erase": (_("Erase comment"), _("Comment erased")),
        UNDO: (_("Undo decision on comment"), _("Decision on comment undone")),
    }
    for action in (*LOG_ACTIONS.values(), UNDO):
        actions.register_action(action, *labels[action])
