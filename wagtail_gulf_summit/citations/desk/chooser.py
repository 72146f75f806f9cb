"""The source chooser: search in any spelling, sources of this page first, create in place."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import chooser as views

from .forms import NewSourceForm, SourceSearchForm

MAX_CITED = 200


class SourceListMixin:
    """Sources cited on the page come first (``?cited=3,1``, in that order), then the newest."""

    filter_form_class = SourceSearchForm
    creation_form_class = NewSourceForm

    def get_object_list(self) -> Any:
        return super().get_object_list().select_related("locale")  # type: ignore[misc]

    def apply_object_list_ordering(self, objects: Any) -> Any:
        cited = [key for key in self.request.GET.get("cited", "").split(",") if key.isdecimal() and len(key) < 19]  # type: ignore[attr-defined]
        if not cited:
            return objects.order_by("-created_at", "-pk")
        order = Case(
            *(When(pk=key, then=Value(place)) for place, key in enumerate(cited[:MAX_CITED])),
            default=Value(MAX_CITED),
            output_field=IntegerField(),
        )
        return objects.order_by(order, "-created_at", "-pk")

    @property
    def columns(self) -> list[Column]:
        title, *rest = super().columns  # type: ignore[misc]
        return [
            title,
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("year", label=_("Year")),
            *rest,
        ]

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        language = self.request.GET.get("content_locale", "")  # type: ignore[attr-defined]
        return {**super().get_creation_form_kwargs(), "language": language}  # type: ignore[misc]


class ChooseView(SourceListMixin, views.ChooseView):
    # The title says it already.
    page_subtitle = ""


class ChooseResultsView(SourceListMixin, views.ChooseResultsView):
    pass


class CreateView(SourceListMixin, views.SnippetCreateView):
    pass


class SourceChooserViewSet(views.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    create_view_class = CreateView
    preserve_url_parameters = ["multiple", "cited", "content_locale"]
    creation_form_class = NewSourceForm
    page_title = _("Choose a source")
    # Wagtail translates its own when the server starts, whatever the user reads.
    search_tab_label = _("Search")
    creation_tab_label = _("New source")
    create_action_label = _("Create")
