"""What the editor's script is told of our blocks."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter

from .blocks import PullQuoteBlock


class PullQuoteBlockAdapter(StructBlockAdapter):
    js_constructor = "wagtail_gulf_summit.articles.PullQuoteBlock"

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["wagtail_gulf_summit/articles/pull-quote.js"])


register(PullQuoteBlockAdapter(), PullQuoteBlock)
