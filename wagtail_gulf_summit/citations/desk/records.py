"""Bringing in records that were copied elsewhere: paste, look, create."""

from typing import Any

from django import forms
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy

from wagtail_gulf_summit.citations.duplicates import duplicates_of
from wagtail_gulf_summit.citations.formatting import standalone_html
from wagtail_gulf_summit.citations.importing import ParseError, parse_records
from wagtail_gulf_summit.citations.models import Source


class ImportForm(forms.Form):
    records = forms.CharField(
        label=_("Records"),
        help_text=_("BibTeX, RIS or CSL-JSON, as a library or a reference manager gives it."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "spellcheck": "false"}),
        strip=False,
    )
    locale = forms.ModelChoiceField(
        label=_("Language of the records"), queryset=Locale.objects.all(), empty_label=None
    )
    chosen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_records(self) -> list[Source]:
        try:
            return parse_records(self.cleaned_data["records"])
        except ParseError as error:
            raise forms.ValidationError(str(error)) from error


class ImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    form_class = ImportForm
    template_name = "gulf_summit_citations/desk/import.html"
    page_title = _("Import sources")
    header_icon = "gs-citation"
    permission_policy = ModelPermissionPolicy(Source)
    permission_required = "add"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        url = reverse(Source.snippet_viewset.get_url_name("list"))
        return [{"url": url, "label": _("Sources")}, {"url": "", "label": self.page_title}]

    def get_initial(self) -> dict[str, Any]:
        return {"locale": Locale.get_default()}

    def form_valid(self, form: ImportForm) -> Any:
        sources = form.cleaned_data["records"]
        for source in sources:
            source.locale = form.cleaned_data["locale"]
        if "create" not in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form, found=[_row(one) for one in sources]))
        wanted = {int(key) for key in self.request.POST.getlist("wanted") if key.isdecimal()}
        return self.create([source for number, source in enumerate(sources) if number in wanted])

    def create(self, sources: list[Source]) -> Any:
        with transaction.atomic():
            for source in sources:
                source.save()
                source.save_revision(user=self.request.user).publish(user=self.request.user)
        message = ngettext("%(count)d source was created.", "%(count)d sources were created.", len(sources))
        messages.success(self.request, message % {"count": len(sources)})
        return redirect(Source.snippet_viewset.get_url_name("list"))


def _row(source: Source) -> dict[str, Any]:
    return {
        "html": standalone_html(source),
        "kind": source.get_kind_display(),
        "duplicates": duplicates_of(source),
    }
