"""The list of sources: found in any spelling, with how often each is cited."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LocaleColumn, TitleColumn
from wagtail.admin.widgets import Button
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.searching import search_sources


class SourceIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return (
            super()
            .get_base_queryset()
            .select_related("locale")
            .annotate(cited_in=ReferenceIndex.usage_count_subquery(Source))
        )

    def search_queryset(self, queryset: Any) -> Any:
        return search_sources(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self) -> list[Column]:
        columns: list[Column] = super().columns
        return [*columns[:-1], LocaleColumn(), columns[-1]] if self.i18n_enabled else columns

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = super().header_more_buttons
        if self.user_has_permission("add"):
            url = reverse("gulf_summit_citations:import")
            buttons.append(Button(_("Import sources"), url=url, icon_name="download", priority=30))
        if self.user_has_permission("change"):
            url = reverse("gulf_summit_citations:duplicates")
            buttons.append(Button(_("Find duplicates"), url=url, icon_name="copy", priority=40))
        return buttons


class CitedInColumn(TitleColumn):
    """The number of pages and snippets that cite a source, as a link to their list."""

    def __init__(self) -> None:
        super().__init__("cited_in", label=_("Cited in"), sort_key="cited_in", get_url=usage_url)

    def get_value(self, instance: Any) -> str:
        return str(instance.cited_in)


def usage_url(source: Source) -> str:
    name = Source.snippet_viewset.get_url_name("usage")
    return reverse(name, args=[quote(source.pk)])


LIST_DISPLAY = [
    "__str__",
    Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
    Column("year", label=_("Year"), sort_key="year"),
    CitedInColumn(),
]
