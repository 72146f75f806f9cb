"""The part of Wagtail's group form that says whose comments the group moderates."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from wagtail_gulf_summit.comments.models import GroupCommentPermission
from wagtail_gulf_summit.comments.pages import page_model


class SectionForm(forms.Form):
    page = forms.ModelChoiceField(
        label=_("Section or page"),
        queryset=page_model().objects.all(),
        widget=AdminPageChooser(show_edit_link=False, can_choose_root=True),
    )


class BaseModerationFormSet(forms.BaseFormSet):
    """Wagtail's group views give it ``instance``, ask ``is_valid()``, call ``save()`` and render it as a panel."""

    def __init__(self, data: Any = None, files: Any = None, instance: Group | None = None, prefix: str = "") -> None:
        self.instance = instance or Group()
        initial = []
        if self.instance.pk:
            pages = GroupCommentPermission.objects.filter(group=self.instance).select_related("page")
            initial = [{"page": permission.page} for permission in pages.order_by("page__path")]
        super().__init__(data, files, initial=initial, prefix=prefix or "comment_permissions")
        self.empty_form.fields["DELETE"].widget = forms.HiddenInput()

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].widget = forms.HiddenInput()

    @property
    def attrs(self) -> dict[str, str]:
        return {
            "data-controller": "w-formset",
            "data-w-formset-deleted-input-value": 'input[name$="-DELETE"]',
        }

    def save(self) -> None:
        chosen = {
            form.cleaned_data["page"].pk
            for form in self.forms
            if form not in self.deleted_forms and form.cleaned_data.get("page")
        }
        kept = GroupCommentPermission.objects.filter(group=self.instance)
        kept.exclude(page__in=chosen).delete()
        GroupCommentPermission.objects.bulk_create(
            [GroupCommentPermission(group=self.instance, page_id=pk) for pk in chosen], ignore_conflicts=True
        )

    def as_admin_panel(self) -> str:
        from django.template.loader import render_to_string

        return render_to_string("gulf_summit_comments/desk/group_panel.html", {"formset": self})


ModerationFormSet = forms.formset_factory(SectionForm, formset=BaseModerationFormSet, extra=0, can_delete=True)
