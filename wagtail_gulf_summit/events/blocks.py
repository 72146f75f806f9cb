"""Blocks of a summit."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class SpeakerBlock(blocks.StructBlock):
    person = SnippetChooserBlock("gulf_summit_people.Person", label=_("person"))
    role = blocks.ChoiceBlock(
        choices=[("speaker", _("Speaker")), ("moderator", _("Moderator")), ("host", _("Host"))],
        default="speaker",
        label=_("role"),
    )

    class Meta:
        icon = "user"
        label = _("Speaker")
