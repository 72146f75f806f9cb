"""The queue: comments of one state, the filters, and the numbers of every state."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from wagtail_gulf_summit.arabic.fold import fold
from wagtail_gulf_summit.comments.counts import totals_by_state
from wagtail_gulf_summit.comments.desk.cards import cards_for
from wagtail_gulf_summit.comments.desk.decisions import REASONS
from wagtail_gulf_summit.comments.desk.filters import QueueFilterSet
from wagtail_gulf_summit.comments.desk.permissions import require_moderator, visible_comments, visible_counts
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.states import State

TABS = (
    State.PENDING,
    State.APPROVED,
    State.REJECTED,
    State.SPAM,
    State.UNCONFIRMED,
    State.REMOVED,
    State.ERASED,
)

EXPORTED_AT_ONCE = 500


def as_plain_cell(text: str) -> str:
    """``text`` as a spreadsheet shows it, and never works it out.

    >>> as_plain_cell("=1+1"), as_plain_cell("نعم")
    ("'=1+1", 'نعم')
    """
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@＝＋－＠") or text[:1] in tuple("\t\r\n") else text


class KnownCountPaginator(WagtailPaginator):
    """Spares the database from counting a million rows whose number is kept."""

    known_count: int | None = None

    @cached_property
    def count(self) -> int:
        return self.object_list.count() if self.known_count is None else self.known_count

    @cached_property
    def items_count_label(self) -> str:
        """In place of a number beside the model's plural: Arabic has six forms of it."""
        return ngettext("%(number)s comment", "%(number)s comments", self.count) % {"number": self.count}


class Streamed:
    """A queryset for an export: read in portions, so that a million rows need no more memory than a few."""

    def __init__(self, queryset: QuerySet) -> None:
        self.queryset = queryset
        self.model = queryset.model

    def __iter__(self) -> Iterator[ReaderComment]:
        return self.queryset.iterator(chunk_size=EXPORTED_AT_ONCE)


class DeskListView(BaseListingView):
    """A list of comments, in pages."""

    model = ReaderComment
    paginator_class = KnownCountPaginator
    paginate_by = 25
    verbose_name = _("reader comment")
    verbose_name_plural = _("reader comments")


class QueueView(SpreadsheetExportMixin, DeskListView):
    state: str = State.PENDING
    page_title = _("Reader comments")
    header_icon = "comment"
    template_name = "gulf_summit_comments/desk/queue.html"
    results_template_name = "gulf_summit_comments/desk/queue_results.html"
    filterset_class = QueueFilterSet
    is_searchable = True
    list_export = [
        *("pk", "state", "reason", "held_by", "page.title", "created_at", "user_name", "user_email", "comment"),
        *("language", "report_count", "moderator", "moderated_at"),
    ]
    export_filename = "reader-comments"
    custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        str: dict.fromkeys(SpreadsheetExportMixin.FORMATS, as_plain_cell),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        require_moderator(request.user)
        self.state = kwargs.get("state", State.PENDING)
        return super().dispatch(request, *args, **kwargs)

    @property
    def index_url(self) -> str:
        return reverse("reader_comments:state", args=[self.state])

    @property
    def index_results_url(self) -> str:
        return reverse("reader_comments:state_results", args=[self.state])

    def get_base_queryset(self) -> QuerySet:
        queryset = visible_comments(self.request.user).filter(state=self.state).select_related("page", "moderator")
        # Who waits longest comes first; what is decided is looked at from the newest.
        oldest_first = self.state == State.PENDING
        return queryset.order_by("created_at", "pk") if oldest_first else queryset.order_by("-created_at", "-pk")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        for word in fold(self.search_query or "").split():
            queryset = queryset.filter(search_text__contains=word)
        return queryset

    def get_queryset(self) -> QuerySet:
        return self.search_queryset(self.filter_queryset(self.get_base_queryset()))

    @cached_property
    def totals(self) -> dict[str, int]:
        return totals_by_state(visible_counts(self.request.user))

    def get_paginator(self, *args: Any, **kwargs: Any) -> KnownCountPaginator:
        paginator = super().get_paginator(*args, **kwargs)
        if not self.is_filtering and not self.is_searching:
            paginator.known_count = self.totals[self.state]
        return paginator

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.is_export:
            # The list's context would hold every row.
            return self.as_spreadsheet(Streamed(self.get_queryset()), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def write_xlsx_response(self, queryset: Streamed) -> FileResponse:
        output = TemporaryFile()  # noqa: SIM115 - the response closes it
        self.write_xlsx(queryset, output)
        output.seek(0)
        return FileResponse(output, as_attachment=True, filename=f"{self.get_filename()}.xlsx")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "cards": cards_for(self.request.user, context["object_list"]),
            "state": self.state,
            "tabs": [
                {
                    "state": state,
                    "label": state.label,
                    "count": self.totals[state],
                    "url": reverse("reader_comments:state", args=[state]),
                    "current": state == self.state,
                }
                for state in TABS
            ],
            "reasons": REASONS,
            "query_string": self.request.GET.urlencode(),
        }
