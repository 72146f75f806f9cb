"""Who wrote the story."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.people.choosers import PersonChooserBlock
from wagtail_gulf_summit.people.values import person_value, shown_on_page


class BylineBlock(blocks.StructBlock):
    person = PersonChooserBlock(label=_("Person"))
    role = blocks.CharBlock(label=_("Role"), required=False, help_text=_("For example: reporter, photographer."))

    class Meta:
        icon = "user"
        label = _("Byline")
        label_format = "{person}"

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {"person": person_value(shown_on_page(value.get("person"))), "role": value.get("role") or ""}
