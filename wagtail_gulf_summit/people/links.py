"""Links to the same person or organisation elsewhere."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class LinkValue(blocks.StructValue):
    @property
    def kind_label(self) -> str:
        """The kind in words, such as “Website”."""
        choices: dict[str, Any] = dict(self.block.child_blocks["kind"].field.choices)
        return str(choices.get(self["kind"], self["url"]))


class LinkBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        choices=[
            ("website", _("Website")),
            ("wikidata", _("Wikidata")),
            ("wikipedia", _("Wikipedia")),
            ("orcid", _("ORCID")),
            ("linkedin", _("LinkedIn")),
            ("x", _("X")),
            ("facebook", _("Facebook")),
            ("instagram", _("Instagram")),
            ("youtube", _("YouTube")),
            ("other", _("Other")),
        ],
        default="website",
        label=_("Kind"),
    )
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{kind}"
        value_class = LinkValue
