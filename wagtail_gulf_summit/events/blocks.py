"""Blocks of a summit and of its sessions."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock
from wagtail_gulf_summit.people.choosers import PersonChooserBlock, chosen_key
from wagtail_gulf_summit.people.values import person_value, shown_on_page


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

    person = PersonChooserBlock(label=_("person"))
    role = blocks.ChoiceBlock(choices=SpeakerRole.choices, default=SpeakerRole.SPEAKER, label=_("role"))

    class Meta:
        icon = "user"
        label = _("Speaker")
        label_format = "{person}"

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {"person": person_value(shown_on_page(value["person"])), "role": value["role"]}


class SpeakersBlock(blocks.StreamBlock):
    """Everybody on a session's stage."""

    speaker = SpeakerBlock()

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        # Wagtail's API v3 gives the form of a session nothing for what was left out or is to be removed.
        if self.value_omitted_from_data(data, files, prefix):
            return self.to_python([])
        return super().value_from_datadict(data, files, prefix)

    def extract_references(self, value: Any) -> Iterator[tuple[type[Any], str, str, str]]:
        # Read as stored: the index asks each of some hundred sessions, and needs no person loaded.
        model = self.child_blocks["speaker"].child_blocks["person"].model_class
        for child in value.raw_data:
            key = chosen_key(child["value"].get("person")) if child["type"] == "speaker" else None
            if key is not None:
                yield model, str(key), "speaker.person", f"{child.get('id', '')}.person"


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
