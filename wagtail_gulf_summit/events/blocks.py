"""Blocks of a summit and of its sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock


class SpeakerRole(models.TextChoices):
    SPEAKER = "speaker", _("Speaker")
    MODERATOR = "moderator", _("Moderator")
    HOST = "host", _("Host")


class SessionKind(models.TextChoices):
    KEYNOTE = "keynote", _("Keynote")
    TALK = "talk", _("Talk")
    PANEL = "panel", _("Panel")
    WORKSHOP = "workshop", _("Workshop")
    CEREMONY = "ceremony", _("Ceremony")
    BREAK = "break", _("Break")
    OTHER = "other", _("Other")


class SpeakerBlock(blocks.StructBlock):
    """A person on a session's stage."""

    person = SnippetChooserBlock("gulf_summit_people.Person", label=_("person"))
    role = blocks.ChoiceBlock(choices=SpeakerRole.choices, default=SpeakerRole.SPEAKER, label=_("role"))

    class Meta:
        icon = "user"
        label = _("Speaker")
        label_format = "{person}"


class PreviousDatesBlock(blocks.StructBlock):
    """The days a summit was to be held on before it was moved."""

    start_date = blocks.DateBlock(label=_("first day"))
    end_date = blocks.DateBlock(label=_("last day"), required=False)
    start_time = blocks.TimeBlock(label=_("start time"), required=False)

    class Meta:
        icon = "history"
        label = _("Earlier dates")


class AnnouncedBlock(blocks.StructBlock):
    """How many sessions of a kind were announced, however many of them are described so far."""

    kind = blocks.ChoiceBlock(choices=SessionKind.choices, default=SessionKind.WORKSHOP, label=_("kind"))
    count = blocks.IntegerBlock(min_value=1, label=_("number announced"))

    class Meta:
        icon = "list-ol"
        label = _("Announced sessions")


class SummitBodyBlock(blocks.StreamBlock):
    """What is written about a summit besides its facts and its sessions."""

    paragraph = CitedRichTextBlock(label=_("Paragraph"))
    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", template="gulf_summit_events/blocks/heading.html", max_length=255
    )
    quote = SpeakerQuoteBlock()
