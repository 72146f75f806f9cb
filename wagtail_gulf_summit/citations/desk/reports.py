"""Reports on sources: records that may be one and the same, and web addresses that are gone."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from wagtail_gulf_summit.citations.duplicates import groups_of_duplicates
from wagtail_gulf_summit.citations.models import LinkCheck, Source
from wagtail_gulf_summit.citations.usage import citing_counts

MAX_GROUPS = 100


def duplicates(request: HttpRequest) -> HttpResponse:
    """Groups of sources with one DOI, ISBN, address or title, each with a link to merge it."""
    if not ModelPermissionPolicy(Source).user_has_permission(request.user, "change"):
        raise PermissionDenied
    groups = groups_of_duplicates(Source.objects.select_related("locale").order_by("pk"))[:MAX_GROUPS]
    counts = citing_counts(source for group in groups for source in group)
    listed = [
        {"sources": [(source, counts[source.pk]) for source in group], "merge_url": merge_url(group)}
        for group in groups
    ]
    return render(request, "gulf_summit_citations/desk/duplicates.html", {"groups": listed})


def merge_url(sources: list[Source]) -> str:
    here = {"next": reverse("gulf_summit_citations:duplicates"), "id": [source.pk for source in sources]}
    url = reverse("wagtail_bulk_action", args=[Source._meta.app_label, Source._meta.model_name, "merge"])
    return f"{url}?{urlencode(here, doseq=True)}"


def edit_url(check: LinkCheck) -> str:
    return reverse(Source.snippet_viewset.get_url_name("edit"), args=[check.source_id])


class DeadLinksView(ReportView):
    """Sources whose web address was gone when ``gulf_summit_check_links`` last looked."""

    page_title = _("Dead links of sources")
    header_icon = "link-external"
    index_url_name = "gulf_summit_citations:dead_links"
    index_results_url_name = "gulf_summit_citations:dead_links_results"
    results_template_name = "gulf_summit_citations/desk/dead_links_results.html"
    list_export = ["source.title", "url", "status", "error", "checked_at", "source.archive_url"]
    permission_policy = ModelPermissionPolicy(Source)
    permission_required = "change"
    columns = [
        TitleColumn("source", label=_("Source"), get_url=edit_url),
        Column("url", label=_("Web address")),
        Column("outcome", label=_("Outcome")),
        Column("archive", label=_("Archived copy"), accessor=lambda check: check.source.archive_url or "–"),
        DateColumn("checked_at", label=_("Checked")),
    ]

    def get_queryset(self) -> Any:
        return LinkCheck.objects.dead().select_related("source").order_by("checked_at", "pk")
