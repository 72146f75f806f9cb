"""The page's comments in its editor. Importable on a site without reader comments."""

from typing import Any

from wagtail.admin.panels import Panel

from .installed import comments_installed

LATEST = 5


class ReaderCommentsPanel(Panel):
    """How many comments of the page are in each state, the latest ones, and the way to the desk.

    Shown to those who moderate the page.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "gulf_summit_comments/desk/page_panel.html"

        def is_shown(self) -> bool:
            if not comments_installed() or not self.instance.pk or not self.instance.path:
                return False
            from .desk.permissions import may_moderate

            return may_moderate(self.request.user, self.instance)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from .counts import totals_by_state
            from .models import PageCounts, ReaderComment
            from .states import State

            page_id = self.instance.pk
            totals = totals_by_state(PageCounts.objects.filter(page=page_id))
            latest = ReaderComment.objects.filter(page=page_id).exclude(state=State.ERASED)
            return {
                **super().get_context_data(parent_context),
                "page_id": page_id,
                "totals": [(state, totals[state]) for state in State if totals[state]],
                "latest": latest.order_by("-created_at", "-pk")[:LATEST],
            }
