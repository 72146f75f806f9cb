"""The report "what is not translated or is out of date": the pages of one language, beside those of another."""

from typing import Any

import django_filters
import swapper
from django.apps import apps
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from .locales import primary_subtag

MISSING, DRAFT, OUTDATED, PARTLY, DONE = "missing", "draft", "outdated", "partly", "done"
STATES = {
    MISSING: _("Not translated"),
    DRAFT: _("Translated, not published"),
    OUTDATED: _("Out of date"),
    PARTLY: _("Translated in part"),
    DONE: _("Translated"),
}
#: What an editor has to do something about.
OPEN = (MISSING, DRAFT, OUTDATED, PARTLY)


def with_translation_state(pages: QuerySet[Any], origin: Locale, into: Locale) -> QuerySet[Any]:
    """Published ``pages`` in ``origin``, each with the state of its translation ``into`` another language.

    A page that was itself translated from ``into`` is not among them: wagtail-localize knows it as such, or it was
    first published after the other. A translation is out of date when the original was published after it, and
    translated in part when wagtail-localize still waits for some of its texts.
    """
    other = pages.model.objects.filter(translation_key=OuterRef("translation_key"), locale=into)
    if primary_subtag(origin.language_code) != primary_subtag(into.language_code):
        # An alias repeats the original, which another country may read and another language may not.
        other = other.filter(alias_of__isnull=True)
    pages = pages.filter(locale=origin, live=True, depth__gt=1, alias_of__isnull=True).annotate(
        translated_id=Subquery(other.values("pk")[:1]),
        translated_live=Subquery(other.values("live")[:1]),
        translated_at=Subquery(other.values("last_published_at")[:1]),
        translated_first_at=Subquery(other.values("first_published_at")[:1]),
        in_part=Value(False),
    )
    pages = pages.filter(Q(translated_first_at__isnull=True) | Q(translated_first_at__gte=F("first_published_at")))
    if apps.is_installed("wagtail_localize"):
        pages = pages.filter(~Exists(_sources(into))).annotate(in_part=Exists(_untranslated(origin, into)))
    state = Case(
        When(translated_id__isnull=True, then=Value(MISSING)),
        When(translated_live=False, then=Value(DRAFT)),
        When(last_published_at__gt=F("translated_at"), then=Value(OUTDATED)),
        When(in_part=True, then=Value(PARTLY)),
        default=Value(DONE),
        output_field=CharField(),
    )
    return pages.annotate(translation_state=state)


def _sources(locale: Locale) -> QuerySet[Any]:
    """What wagtail-localize has of the page in ``locale``, as an original."""
    model = apps.get_model("wagtail_localize", "TranslationSource")
    return model.objects.filter(object__translation_key=OuterRef("translation_key"), locale=locale)


def _untranslated(origin: Locale, into: Locale) -> QuerySet[Any]:
    segments = apps.get_model("wagtail_localize", "StringSegment")
    translated = apps.get_model("wagtail_localize", "StringTranslation").objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=into, has_error=False
    )
    return segments.objects.filter(
        ~Exists(translated), source__object__translation_key=OuterRef("translation_key"), source__locale=origin
    )


class TranslationsFilterSet(WagtailFilterSet):
    origin = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("of a translation", "From"), queryset=Locale.objects.all(), method="as_it_is"
    )
    into = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("of a translation", "Into"), queryset=Locale.objects.all(), method="as_it_is"
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=list(STATES.items()), method="as_it_is")
    title = django_filters.CharFilter(label=_("Title"), lookup_expr="icontains")

    class Meta:
        model = swapper.load_model("wagtailcore", "Page")
        fields: list[str] = []

    def as_it_is(self, pages: Any, name: str, value: Any) -> Any:
        """The view has looked at it already: all three decide what is a row at all."""
        return pages


class TranslationsReportView(ReportView):
    page_title = _("Not translated or out of date")
    header_icon = "wagtail-localize-language" if apps.is_installed("wagtail_localize") else "globe"
    filterset_class = TranslationsFilterSet
    index_url_name = "gulf_summit_translations_report"
    index_results_url_name = "gulf_summit_translations_report_results"
    default_ordering = "-last_published_at"
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "state_label", "last_published_at", "translated_at"]
    export_headings = {
        "title": _("Title"),
        "state_label": _("State"),
        "last_published_at": _("Published"),
        "translated_at": _("Translation published"),
    }

    @cached_property
    def permission_policy(self) -> PagePermissionPolicy:
        return PagePermissionPolicy()

    @cached_property
    def locales(self) -> tuple[Locale, Locale]:
        """Where from, and where to: the default language, and the first of the others, unless others are asked for."""
        every = list(Locale.objects.order_by("pk"))
        origin = self._asked("origin", every) or Locale.get_default()
        into = self._asked("into", every) or next((one for one in every if one != origin), origin)
        return origin, into

    def _asked(self, name: str, locales: list[Locale]) -> Locale | None:
        return next((one for one in locales if str(one.pk) == self.request.GET.get(name)), None)

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Title"), accessor="get_admin_display_title", get_url=edit_url),
            Column("type", label=_("Kind"), accessor="page_type_display_name"),
            TitleColumn("state", label=_("State"), accessor="state_label", get_url=translation_url),
            DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at"),
            DateColumn("translated_at", label=_("Translation published")),
        ]

    def get_queryset(self) -> Any:
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, set(self.any_permission_required)
        )
        pages = with_translation_state(mine, *self.locales)
        asked = self.request.GET.get("state")
        pages = pages.filter(translation_state__in=[asked] if asked in STATES else OPEN)
        return pages.select_related("locale").order_by(self.ordering_of_rows())

    def ordering_of_rows(self) -> str:
        asked = self.request.GET.get("ordering", "")
        return asked if asked in ("last_published_at", "-last_published_at") else self.default_ordering

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        pages = list(object_list)
        for page in pages:
            page.state_label = STATES[page.translation_state]
        return pages

    def get_filename(self) -> str:
        return "translations"


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def translation_url(page: Any) -> str | None:
    return reverse("wagtailadmin_pages:edit", args=[page.translated_id]) if page.translated_id else None
