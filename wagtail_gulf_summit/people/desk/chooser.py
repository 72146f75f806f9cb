"""Choosers of people and organisations: search in any spelling, create in place."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import chooser as views

from wagtail_gulf_summit.arabic.columns import ContentColumn

from .forms import NewOrganisationForm, NewPersonForm


class NamesMixin:
    """The new one is made in the language of the page it is chosen for (``?locale=ar``)."""

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        language = self.request.GET.get("locale", "")  # type: ignore[attr-defined]
        return {**super().get_creation_form_kwargs(), "language": language}  # type: ignore[misc]


class PeopleMixin(NamesMixin):
    def get_object_list(self) -> Any:
        return super().get_object_list().select_related("locale").prefetch_related("affiliations")  # type: ignore[misc]

    @property
    def columns(self) -> list[Column]:
        title, *rest = super().columns  # type: ignore[misc]
        return [title, ContentColumn("role", label=_("Role"), accessor=first_role), *rest]


def first_role(person: Any) -> str:
    """What the person is, by the first of the affiliations."""
    return str(next(iter(person.affiliations.all()), ""))


class PersonChooseView(PeopleMixin, views.ChooseView):
    pass


class PersonChooseResultsView(PeopleMixin, views.ChooseResultsView):
    pass


class NamedCreateView(NamesMixin, views.SnippetCreateView):
    pass


class NamedChooseView(NamesMixin, views.ChooseView):
    pass


class NamedChooseResultsView(NamesMixin, views.ChooseResultsView):
    pass


class PersonChooserViewSet(views.SnippetChooserViewSet):
    choose_view_class = PersonChooseView
    choose_results_view_class = PersonChooseResultsView
    create_view_class = NamedCreateView
    preserve_url_parameters = ["multiple", "locale"]
    creation_form_class = NewPersonForm
    creation_tab_label = _("New person")
    create_action_label = _("Create")


class OrganisationChooserViewSet(views.SnippetChooserViewSet):
    choose_view_class = NamedChooseView
    choose_results_view_class = NamedChooseResultsView
    create_view_class = NamedCreateView
    preserve_url_parameters = ["multiple", "locale"]
    creation_form_class = NewOrganisationForm
    creation_tab_label = _("New organisation")
    create_action_label = _("Create")
