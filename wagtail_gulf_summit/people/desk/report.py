"""The report "quotes by person and period", on screen and as a spreadsheet."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.widgets import AdminSnippetChooser

from wagtail_gulf_summit.arabic.columns import ContentColumn

from ..models import Person, Quote
from ..quotes.read import with_speakers

#: Quotes of an export that are read at once.
CHUNK = 500


class QuotesFilterSet(WagtailFilterSet):
    person = django_filters.ModelChoiceFilter(
        label=_("Person"), queryset=Person.objects.all(), method="of_person", widget=AdminSnippetChooser(Person)
    )
    published_at = django_filters.DateFromToRangeFilter(label=_("Published"), widget=DateRangePickerWidget)
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    text = django_filters.CharFilter(label=_("Words"), lookup_expr="icontains")

    class Meta:
        model = Quote
        fields: list[str] = []

    def of_person(self, quotes: Any, name: str, person: Person) -> Any:
        return quotes.filter(person_key=person.translation_key)


class QuotesReportView(ReportView):
    model = Quote
    page_title = _("Quotes by person and period")
    header_icon = "openquote"
    filterset_class = QuotesFilterSet
    index_url_name = "gulf_summit_quotes_report"
    index_results_url_name = "gulf_summit_quotes_report_results"
    permission_policy = ModelPermissionPolicy(Person)
    any_permission_required = ["view", "add", "change", "delete"]
    list_export = ["speaker.name", "role", "organisation_name", "text", "page.title", "page.full_url", "published_at"]
    export_headings = {
        "speaker.name": _("Person"),
        "role": _("Role on the day"),
        "organisation_name": _("Organisation"),
        "text": _("Quote"),
        "page.title": _("Article"),
        "page.full_url": _("Address"),
        "published_at": _("Published"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("speaker", label=_("Person"), accessor="speaker.name", get_url=self.page_url, width="15%"),
            ContentColumn("role", label=_("Role on the day")),
            ContentColumn("organisation_name", label=_("Organisation")),
            ContentColumn("text", label=_("Quote"), width="35%"),
            ContentColumn("page", label=_("Article"), accessor="page.title"),
            DateColumn("published_at", label=_("Published"), sort_key="published_at"),
        ]

    def page_url(self, quote: Quote) -> str | None:
        return AdminURLFinder(self.request.user).get_edit_url(quote.page)

    def get_queryset(self) -> Any:
        return Quote.objects.select_related("page", "locale").order_by("-published_at", "-id")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        if self.is_export:
            chunks = batched(object_list.iterator(CHUNK), CHUNK)
            return chain.from_iterable(with_speakers(chunk) for chunk in chunks)
        return with_speakers(object_list)

    def get_filename(self) -> str:
        return "quotes"


def batched(quotes: Iterable[Quote], size: int) -> Iterator[list[Quote]]:
    """``quotes`` in lists of at most ``size``."""
    rest = iter(quotes)
    while batch := list(islice(rest, size)):
        yield batch
