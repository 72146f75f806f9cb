"""Merging sources from the list: choose them, then the one to keep."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from wagtail_gulf_summit.citations.formatting import standalone_html
from wagtail_gulf_summit.citations.merging import merge_sources
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.usage import citing_counts


class MergeForm(forms.Form):
    keep = forms.ModelChoiceField(
        queryset=Source.objects.none(), widget=forms.RadioSelect, empty_label=None, label=_("Keep")
    )

    def __init__(self, *args: Any, sources: list[Source], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep: Any = self.fields["keep"]
        keep.queryset = Source.objects.filter(pk__in=[source.pk for source in sources])


class MergeBulkAction(SnippetBulkAction):
    display_name = _("Merge")
    action_type = "merge"
    aria_label = _("Merge selected sources into one")
    template_name = "gulf_summit_citations/desk/merge.html"
    action_priority = 40
    form_class = MergeForm
    models = [Source]

    def check_perm(self, snippet: Source) -> bool:
        policy = ModelPermissionPolicy(Source)
        return all(policy.user_has_permission(self.request.user, action) for action in ("change", "delete"))

    def get_form_kwargs(self) -> dict[str, Any]:
        sources, _refused = self.get_actionable_objects()
        return {**super().get_form_kwargs(), "sources": sources}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        counts = citing_counts([item["item"] for item in context["items"]])
        for item in context["items"]:
            source = item["item"]
            item["html"] = standalone_html(source)
            item["cited_in"] = counts[source.pk]
        return context

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "keep": self.cleaned_form.cleaned_data["keep"]}

    @classmethod
    def execute_action(cls, objects: list[Source], keep: Source | None = None, **kwargs: Any) -> tuple[int, int]:
        others = [source for source in objects if source != keep]
        user = kwargs["self"].request.user
        changed = merge_sources(keep, others, user) if keep else []
        return len(others), len(changed)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d source was merged; citations were changed in %(changed)d places.",
            "%(count)d sources were merged; citations were changed in %(changed)d places.",
            num_parent_objects,
        ) % {"count": num_parent_objects, "changed": num_child_objects}
