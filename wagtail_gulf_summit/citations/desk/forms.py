"""Forms of the Cite button: a new source in a few fields, and the place in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.models import Locale

from wagtail_gulf_summit.arabic.bidi import has_unsafe_bidi
from wagtail_gulf_summit.citations.duplicates import duplicates_of
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.searching import search_sources


class SourceSearchForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"),
        widget=forms.TextInput(attrs={"placeholder": _("Search"), "dir": "auto"}),
        required=False,
    )

    def filter(self, objects: Any) -> Any:
        query = self.cleaned_data["q"]
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        return search_sources(objects, query)


class NewSourceForm(WagtailAdminModelForm):
    """A source in the fields most have; the rest is added on the sources desk."""

    authors_text = forms.CharField(
        label=_("Authors"), required=False, help_text=_("One on each line."), widget=forms.Textarea(attrs={"rows": 2})
    )
    publisher_text = forms.CharField(label=_("Publisher"), required=False)
    create_anyway = forms.BooleanField(label=_("Create it all the same"), required=False)

    class Meta:
        model = Source
        fields = ["title", "kind", "year", "edition", "url"]
        field_classes = {"url": forms.URLField}
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}

    field_order = ["title", "authors_text", "publisher_text", "kind", "year", "edition", "url", "create_anyway"]

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duplicates: list[Source] = []
        self.instance.locale = Locale.objects.filter(language_code=language).first() or Locale.get_default()
        for name in ("title", "authors_text", "publisher_text", "edition"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ("authors_text", "publisher_text"):
            if has_unsafe_bidi(data.get(name, "")):
                self.add_error(name, _("This text holds hidden characters that change its order. Type it again."))
        self.instance.authors = [
            ("text", line.strip()) for line in data.get("authors_text", "").splitlines() if line.strip()
        ]
        self.instance.publisher = [("text", data["publisher_text"])] if data.get("publisher_text") else []
        return data

    def visible_fields(self) -> list[Any]:
        """The box that insists is shown only once there is something to insist on."""
        return [field for field in super().visible_fields() if field.name != "create_anyway" or self.duplicates]

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors and not self.cleaned_data.get("create_anyway"):
            self.duplicates = duplicates_of(self.instance)
            if self.duplicates:
                kept = ", ".join(f"“{source}”" for source in self.duplicates[:5])
                self.add_error(
                    None, _("This seems to be kept already: %(sources)s. Search for it.") % {"sources": kept}
                )


class LocatorForm(forms.Form):
    """The place in a source, as a reader will see it: a page, a chapter, a minute."""

    source = forms.IntegerField(widget=forms.HiddenInput, max_value=2**63 - 1)
    locator = forms.CharField(
        label=_("Place in the source"),
        required=False,
        max_length=200,
        help_text=_("A page, a chapter or a time, as readers will see it. Leave it empty for the whole source."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "gs-locators"}),
    )

    def clean_locator(self) -> str:
        locator = str(self.cleaned_data["locator"]).strip()
        if has_unsafe_bidi(locator):
            raise forms.ValidationError(_("This text holds hidden characters that change its order. Type it again."))
        return locator
