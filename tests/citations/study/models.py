"""A page type such as a publisher writes who installs only the citations room."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import INLINE_FEATURES
from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.citations.rewriting import stored_marker
from wagtail_gulf_summit.citations.serializers import CITATIONS
from wagtail_gulf_summit.compat import api_field
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField


class QuoteBlock(blocks.StructBlock):
    quote = CitedRichTextBlock(features=INLINE_FEATURES)
    speaker = blocks.CharBlock(required=False)


class FigureBlock(blocks.StructBlock):
    """A number whose source is chosen, not marked in text; it is cited all the same."""

    number = blocks.CharBlock()
    source = SnippetChooserBlock("gulf_summit_citations.Source", required=False)

    def cited_rich_text(self, value):
        if value["source"]:
            yield stored_marker(value["source"].pk)


class StudyPage(CitedPageMixin, Page):
    standfirst = RichTextField(blank=True, features=INLINE_FEATURES)
    body = FrozenStreamField(
        [
            ("paragraph", CitedRichTextBlock()),
            ("quote", QuoteBlock()),
            ("figure", FigureBlock()),
            ("points", blocks.ListBlock(CitedRichTextBlock(features=INLINE_FEATURES))),
        ],
        blank=True,
    )
    footer = models.TextField(blank=True)

    cited_fields = ["standfirst", "body"]
    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("body")]
    api_fields = [
        api_field("standfirst", writable=True),
        api_field("body", writable=True),
        CITATIONS,
    ]
