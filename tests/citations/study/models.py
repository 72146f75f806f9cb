"""A page type such as a publisher writes who installs only the citations room."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import INLINE_FEATURES
from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.citations.serializers import CitationsField, CitedRichTextField, CitedStreamField


class QuoteBlock(blocks.StructBlock):
    quote = CitedRichTextBlock(features=INLINE_FEATURES)
    speaker = blocks.CharBlock(required=False)


class StudyPage(CitedPageMixin, Page):
    standfirst = RichTextField(blank=True, features=INLINE_FEATURES)
    body = StreamField(
        [
            ("paragraph", CitedRichTextBlock()),
            ("quote", QuoteBlock()),
            ("points", blocks.ListBlock(CitedRichTextBlock(features=INLINE_FEATURES))),
        ],
        blank=True,
    )
    footer = models.TextField(blank=True)

    cited_fields = ["standfirst", "body"]
    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("body")]
    api_fields = [
        APIField("standfirst", serializer=CitedRichTextField()),
        APIField("body", serializer=CitedStreamField()),
        APIField("citations", serializer=CitationsField()),
    ]
