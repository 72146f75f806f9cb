"""The desk on the admin's home screen."""

from typing import Any

from wagtail.admin.site_summary import SummaryItem

from wagtail_gulf_summit.comments.counts import totals_by_state
from wagtail_gulf_summit.comments.states import State

from .permissions import is_moderator, visible_counts


class WaitingCommentsItem(SummaryItem):
    """How many comments wait for this moderator."""

    order = 400
    template_name = "gulf_summit_comments/desk/summary_item.html"

    def is_shown(self) -> bool:
        return is_moderator(self.request.user)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": totals_by_state(visible_counts(self.request.user))[State.PENDING]}
