"""The filters of the queue: section, page, language, author, reason, rule, age, reports."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminPageChooser
from wagtail.coreutils import get_content_languages

from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.readers import author_key
from wagtail_gulf_summit.comments.templatetags.gulf_summit_comments_desk import rule_label
from wagtail_gulf_summit.conf import conf

from .decisions import REASONS
from .permissions import visible_pages

AGES = [("1", _("Last hour")), ("24", _("Last 24 hours")), ("168", _("Last 7 days")), ("720", _("Last 30 days"))]


def rule_choices() -> list[tuple[str, str]]:
    """The site's rules by name, and what else holds a comment."""
    names = [path.rpartition(".")[2] for path in conf.GULF_SUMMIT_COMMENTS_RULES]
    return [(name, rule_label(name)) for name in (*names, "reports")]


def _visible_page(pk: str, user: Any) -> Any:
    number = int(pk) if pk.isascii() and pk.isdecimal() and len(pk) < 10 else 0
    return visible_pages(user).filter(pk=number).first()


class QueueFilterSet(WagtailFilterSet):
    section = django_filters.ModelChoiceFilter(
        label=_("Section or page, with all below it"),
        queryset=lambda request: visible_pages(request.user),
        widget=AdminPageChooser,
        method="in_section",
    )
    page = django_filters.NumberFilter(
        label=_("Page id"), field_name="page_id", min_value=1, max_value=2**31 - 1, widget=forms.NumberInput
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=lambda: list(get_content_languages().items()), widget=forms.RadioSelect
    )
    author = django_filters.CharFilter(label=_("Author's e-mail or key"), method="by_author")
    reason = django_filters.ChoiceFilter(
        label=_("Reason"),
        choices=[*REASONS.items(), ("author", _("Withdrawn by the author"))],
        widget=forms.RadioSelect,
    )
    held_by = django_filters.ChoiceFilter(label=_("Held by rule"), choices=rule_choices, widget=forms.RadioSelect)
    age = django_filters.ChoiceFilter(label=_("Age"), choices=AGES, method="younger_than", widget=forms.RadioSelect)
    reported = django_filters.BooleanFilter(label=_("Reported by readers"), method="only_reported")

    class Meta:
        model = ReaderComment
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        # The chooser would print the title of any page whose id it is given.
        if data and data.get("section") and _visible_page(data["section"], request.user) is None:
            data = data.copy()
            del data["section"]
        super().__init__(data, *args, request=request, **kwargs)

    def in_section(self, queryset: QuerySet, name: str, section: Any) -> QuerySet:
        return queryset.filter(page__path__startswith=section.path)

    def by_author(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(author_key=author_key(value) if "@" in value else value)

    def younger_than(self, queryset: QuerySet, name: str, hours: str) -> QuerySet:
        return queryset.filter(created_at__gte=timezone.now() - timedelta(hours=int(hours)))

    def only_reported(self, queryset: QuerySet, name: str, reported: bool) -> QuerySet:
        return queryset.filter(report_count__gt=0) if reported else queryset.filter(report_count=0)
