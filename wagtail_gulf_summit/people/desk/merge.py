"""Merging a duplicate into a person, on a page that says first what will change."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import ReferenceIndex
from wagtail.snippets.widgets import AdminSnippetChooser

from ..merge import CannotMerge, merge_people
from ..models import Person


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """``?duplicate=`` shows what will be rewritten; posting it does so."""

    template_name = "gulf_summit_people/desk/merge.html"
    header_icon = "group"
    model = Person
    edit_url_name = ""
    index_url_name = ""
    permission_required = "delete"

    @cached_property
    def person(self) -> Person:
        return get_object_or_404(Person, pk=self.kwargs["pk"])

    @cached_property
    def duplicate(self) -> Person | None:
        key = self.request.POST.get("duplicate") or self.request.GET.get("duplicate") or ""
        return Person.objects.filter(pk=key).first() if key.isdecimal() else None

    def get_page_title(self) -> str:
        return _("Merge a duplicate into")

    def get_page_subtitle(self) -> str:
        return self.person.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("People")},
            {"url": reverse(self.edit_url_name, args=[self.person.pk]), "label": self.person.name},
            {"url": "", "label": _("Merge")},
        ]

    def get_form(self, form_class: Any = None) -> forms.Form:
        return MergeForm(self.request.POST or None, initial={"duplicate": self.duplicate})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        same_name = Person.objects.filter(folded=self.person.folded, locale=self.person.locale).exclude(
            pk=self.person.pk
        )
        groups = ReferenceIndex.get_references_to(self.duplicate).group_by_source_object() if self.duplicate else []
        return {
            **context,
            "person": self.person,
            "duplicate": self.duplicate,
            "referring": [str(instance) for instance, _references in groups],
            "same_name": same_name[:10],
            "media": context["form"].media,
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            rewritten = merge_people(form.cleaned_data["duplicate"], self.person, self.request.user)
        except CannotMerge as error:
            form.add_error("duplicate", str(error))
            return self.form_invalid(form)
        text = ngettext(
            "Merged: %(count)s page or snippet now names %(person)s.",
            "Merged: %(count)s pages or snippets now name %(person)s.",
            len(rewritten),
        )
        messages.success(self.request, text % {"count": len(rewritten), "person": self.person.name})
        return HttpResponseRedirect(reverse(self.edit_url_name, args=[self.person.pk]))


class MergeForm(forms.Form):
    duplicate = forms.ModelChoiceField(Person.objects.all())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duplicate"].label = _("Duplicate")
        self.fields["duplicate"].help_text = _("This person is deleted; what names them will name the other.")
        self.fields["duplicate"].widget = AdminSnippetChooser(Person)
