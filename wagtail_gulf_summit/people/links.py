"""Links to the same person or organisation elsewhere."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


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
