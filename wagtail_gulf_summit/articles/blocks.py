"""The blocks a story is told in."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock


class BylineBlock(blocks.StructBlock):
    person = SnippetChooserBlock("gulf_summit_people.Person", label=_("person"))
    role = blocks.CharBlock(label=_("role"), required=False, help_text=_("For example: reporter, photographer."))

    class Meta:
        icon = "user"
        label = _("Byline")


class CorrectionBlock(blocks.StructBlock):
    date = blocks.DateBlock(label=_("date"))
    text = CitedRichTextBlock(label=_("what was corrected"), features=["bold", "italic", "link", "citation"])

    class Meta:
        icon = "edit"
        label = _("Correction")


class StoryBlock(blocks.StreamBlock):
    """The body of an article; subclass it to add or drop blocks."""

    paragraph = CitedRichTextBlock(
        label=_("Paragraph"), features=["bold", "italic", "link", "ol", "ul", "citation"], icon="pilcrow"
    )
    heading = blocks.CharBlock(label=_("Heading"), icon="title")
    speaker_quote = SpeakerQuoteBlock()
