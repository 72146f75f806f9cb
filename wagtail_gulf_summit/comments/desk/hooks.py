"""What the desk hangs into Wagtail."""

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wagtail_gulf_summit.comments.transitions import LOG_ACTIONS, UNDO

from .decisions import LIFT, PIN, STANDING_ACTIONS, UNPIN
from .groups import ModerationFormSet
from .summary import WaitingCommentsItem
from .viewset import viewset
from .words import words_viewset


@hooks.register("register_admin_viewset")
def register_desk() -> list[Any]:
    # The words come first: their addresses lie below the desk's.
    return [words_viewset, viewset]


@hooks.register("construct_homepage_summary_items")
def add_waiting_comments(request: HttpRequest, items: list[Any]) -> None:
    items.append(WaitingCommentsItem(request))


@hooks.register("register_permissions")
def offer_permissions_on_words() -> Any:
    return Permission.objects.filter(
        content_type__app_label="gulf_summit_comments",
        codename__in=("add_wordrule", "change_wordrule", "delete_wordrule"),
    )


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
        "gulf_summit_comments.ban": (_("Ban reader"), _("Reader banned")),
        "gulf_summit_comments.trust": (_("Trust reader"), _("Reader trusted")),
        LIFT: (_("Lift ban or trust"), _("Ban or trust lifted")),
        PIN: (_("Pin comment"), _("Comment pinned")),
        UNPIN: (_("Unpin comment"), _("Comment unpinned")),
    }
    for action in (*LOG_ACTIONS.values(), UNDO, *STANDING_ACTIONS.values(), LIFT, PIN, UNPIN):
        actions.register_action(action, *labels[action])
