"""One comment in its thread: history, notes, reports, the author's other comments."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wagtail_gulf_summit.comments.desk.cards import cards_for
from wagtail_gulf_summit.comments.desk.decisions import REASONS, pin
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_comments
from wagtail_gulf_summit.comments.models import ModeratorNote
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.transitions import decisions_of

THREAD_LIMIT = 100
AUTHOR_LIMIT = 10


class CommentView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "gulf_summit_comments/desk/comment.html"
    header_icon = "comment"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        self.comment = get_object_or_404(
            visible_comments(request.user).select_related("page", "moderator"), pk=kwargs["pk"]
        )
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.comment)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("reader_comments:index"), "label": _("Reader comments")},
            {"url": "", "label": str(self.comment)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        comment = self.comment
        visible = visible_comments(self.request.user).select_related("page")
        root_id = comment.root_id or comment.pk
        thread = visible.filter(Q(pk=root_id) | Q(root=root_id)).order_by("position")[:THREAD_LIMIT]
        by_author = visible.filter(author_key=comment.author_key).exclude(pk=comment.pk)
        (card,) = cards_for(self.request.user, [comment])
        return super().get_context_data(**kwargs) | {
            "card": card,
            "comment": comment,
            "thread": thread,
            "by_author": by_author.order_by("-created_at")[:AUTHOR_LIMIT],
            "decisions": decisions_of(comment).select_related("user"),
            "notes": comment.notes.select_related("user").order_by("created_at"),
            "reports": comment.reports.order_by("created_at"),
            "revisions": comment.revisions.order_by("replaced_at"),
            "reasons": REASONS,
        }


def plain(text: str) -> str:
    """``text`` without what PostgreSQL cannot keep."""
    return text.replace("\x00", "").strip()


def add_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a moderator's note about a comment."""
    require_moderator(request.user)
    comment = get_object_or_404(visible_comments(request.user), pk=pk)
    text = plain(request.POST.get("text", ""))
    if text:
        ModeratorNote.objects.create(comment=comment, user=request.user, text=text)  # type: ignore[misc]
        messages.success(request, _("The note is kept."))
    return redirect("reader_comments:comment", pk)


def set_pinned(request: HttpRequest, pk: int) -> HttpResponse:
    """Pin an approved root to the top of its page's comments, or take it down."""
    require_moderator(request.user)
    comment = get_object_or_404(visible_comments(request.user), pk=pk, root=None)
    if comment.state != State.APPROVED:
        raise Http404
    pin(request.user, comment, request.POST.get("pinned") == "1")
    return redirect("reader_comments:comment", pk)
