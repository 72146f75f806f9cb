"""The desks of people and organisations."""

from typing import Any

import django_filters
from django.db.models import Count
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, NumberColumn, UpdatedAtColumn, UsageCountColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from wagtail_gulf_summit.arabic.columns import ContentColumn

from .desk.chooser import OrganisationChooserViewSet, PersonChooserViewSet, first_role
from .desk.dossier import DossierView
from .desk.index import SnippetIndexView, known_of_rows
from .desk.merge import MergeView
from .models import Organisation, Person
from .panels import organisation_panels, person_panels


class PersonFilterSet(WagtailFilterSet):
    organisation = django_filters.ModelChoiceFilter(
        label=_("Organisation"),
        field_name="affiliations__organisation",
        queryset=Organisation.objects.all(),
        distinct=True,
    )
    quoted = django_filters.BooleanFilter(
        label=_("Quoted"), field_name="quotes", lookup_expr="isnull", exclude=True, distinct=True
    )

    class Meta:
        model = Person
        fields = ["live"]


class PersonEditView(EditView):
    @property
    def header_more_buttons(self) -> list[Button]:
        viewset, pk = self.model.snippet_viewset, self.object.pk
        return [
            *super().header_more_buttons,
            Button(
                _("Everything by and about"),
                url=reverse(viewset.get_url_name("dossier"), args=[pk]),
                icon_name="list-ul",
                priority=40,
            ),
            Button(
                _("Merge a duplicate"),
                url=reverse(viewset.get_url_name("merge"), args=[pk]),
                icon_name="group",
                priority=50,
            ),
        ]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_name = "gulf-summit-people"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 100
    add_to_admin_menu = True
    panels = person_panels
    index_view_class = SnippetIndexView
    edit_view_class = PersonEditView
    chooser_viewset_class = PersonChooserViewSet
    filterset_class = PersonFilterSet
    list_per_page = 50
    ordering = ["name", "pk"]
    list_display = [
        "name",
        ContentColumn("role", label=_("Role"), accessor=first_role),
        NumberColumn("quote_count", label=_("Quotes"), sort_key="quote_count", width="10%"),
        UsageCountColumn("usage_count", label=_("Usage"), sort_key="usage_count", width="12%"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]

    def get_queryset(self, request: Any) -> Any:
        people = Person.objects.select_related("locale").prefetch_related("affiliations")
        return people.annotate(
            quote_count=Count("quotes", distinct=True),
            **known_of_rows(Person),
        )

    @property
    def dossier_view(self) -> Any:
        return self.construct_view(DossierView, **self._desk_kwargs())

    @property
    def merge_view(self) -> Any:
        return self.construct_view(MergeView, **self._desk_kwargs())

    def _desk_kwargs(self) -> dict[str, Any]:
        return {"edit_url_name": self.get_url_name("edit"), "index_url_name": self.get_url_name("list")}

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/dossier/", self.dossier_view, name="dossier"),
            path("<int:pk>/merge/", self.merge_view, name="merge"),
        ]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "gs-organisation"
    menu_label = _("Organisations")
    menu_name = "gulf-summit-organisations"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 110
    add_to_admin_menu = True
    panels = organisation_panels
    index_view_class = SnippetIndexView
    chooser_viewset_class = OrganisationChooserViewSet
    list_filter = ["live"]
    list_per_page = 50
    ordering = ["name", "pk"]
    list_display = [
        "name",
        Column("website", label=_("Website")),
        NumberColumn("people_count", label=_("People"), sort_key="people_count", width="10%"),
        UsageCountColumn("usage_count", label=_("Usage"), sort_key="usage_count", width="12%"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]

    def get_queryset(self, request: Any) -> Any:
        return Organisation.objects.annotate(
            people_count=Count("affiliations__person", distinct=True),
            **known_of_rows(Organisation),
        )
