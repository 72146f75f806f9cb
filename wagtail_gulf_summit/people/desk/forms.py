"""A new person or organisation made while a story is written."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from ..models import Affiliation, Organisation, Person
from ..names import fold_name


class NewNameForm(WagtailAdminModelForm):
    """Refuses a name that is kept already, however it is spelt, until the editor insists."""

    create_anyway = forms.BooleanField(label=_("This is somebody else: create"), required=False)

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duplicates: list[Any] = []
        self.instance.locale = Locale.objects.filter(language_code=language).first() or Locale.get_default()
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.widget.attrs["dir"] = "auto"

    def visible_fields(self) -> list[Any]:
        """The box that insists is shown only once there is something to insist on."""
        return [field for field in super().visible_fields() if field.name != "create_anyway" or self.duplicates]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("name") and not data.get("create_anyway"):
            same = self._meta.model.objects.filter(folded=fold_name(data["name"]), locale=self.instance.locale)
            self.duplicates = list(same[:5])
            if self.duplicates:
                names = ", ".join(describe(duplicate) for duplicate in self.duplicates)
                self.add_error("name", _("Kept already: %(names)s. Search for it, or insist.") % {"names": names})
        return data


class NewOrganisationForm(NewNameForm):
    class Meta:
        model = Organisation
        fields = ["name", "website"]
        field_classes = {"website": forms.URLField}

    field_order = ["name", "website", "create_anyway"]


class NewPersonForm(NewNameForm):
    """A name with a role; the organisation is found by its name, or made."""

    role = forms.CharField(label=_("Role"), required=False, max_length=255)
    organisation_name = forms.CharField(label=_("Organisation"), required=False, max_length=255)

    class Meta:
        model = Person
        fields = ["name"]

    field_order = ["name", "role", "organisation_name", "create_anyway"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("organisation_name") and not data.get("role"):
            self.add_error("role", _("Say what the person does there."))
        return data

    def save(self, commit: bool = True) -> Person:
        if role := self.cleaned_data["role"]:
            organisation = organisation_named(self.cleaned_data["organisation_name"], self.instance.locale)
            self.instance.affiliations.add(
                Affiliation(role=role, organisation=organisation, locale=self.instance.locale)
            )
        return super().save(commit)


def organisation_named(name: str, locale: Locale) -> Organisation | None:
    """The organisation of that name, however it is spelt; a new one if there is none; ``None`` for no name."""
    name = name.strip()
    if not name:
        return None
    found = Organisation.objects.filter(folded=fold_name(name), locale=locale).first()
    return found or Organisation.objects.create(name=name, locale=locale)


def describe(named: Any) -> str:
    """A person with the first role, to tell two of one name apart."""
    first = named.affiliations.first() if isinstance(named, Person) else None
    return f"{named} ({first})" if first else str(named)
