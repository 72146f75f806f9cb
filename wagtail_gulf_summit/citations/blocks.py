"""Blocks of this room: rich text that can cite, and the names on a source."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from wagtail_gulf_summit.richtext import display_html, searchable_text
from wagtail_gulf_summit.scope import current_scope

from .features import BODY_FEATURES
from .registry import party_kinds


class CitedRichText(RichText):
    """Rich text whose markers show their number on the page being shown."""

    def __html__(self) -> SafeString:
        return display_html(self.source)


class CitedRichTextBlock(blocks.RichTextBlock):
    """A ``RichTextBlock`` with the Cite button; templates and APIs get display-ready HTML."""

    def __init__(self, *args: Any, features: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, features=features or BODY_FEATURES, **kwargs)

    def to_python(self, value: Any) -> CitedRichText:
        return CitedRichText(value)

    def normalize(self, value: Any) -> CitedRichText:
        return CitedRichText(getattr(value, "source", value))

    def value_from_form(self, value: Any) -> CitedRichText:
        return CitedRichText(value)

    def get_searchable_content(self, value: Any) -> list[str]:
        return [searchable_text(value.source)] if self.search_index else []

    def get_api_representation(self, value: Any, context: Any = None) -> Any:
        """Display-ready HTML of the page that is being shown.

        Without one, the text as Wagtail's own setting asks for it: an API that
        does not know the page must not lose the markers of a text it takes back.
        """
        if current_scope() is None:
            return super().get_api_representation(value, context)
        return display_html(value.source)


class PartiesBlock(blocks.StreamBlock):
    """Authors or publishers: names as text, and the choosers that other rooms register."""

    text = blocks.CharBlock(label=_("Name as text"), icon="user")

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        registered = [(kind.name, kind.make_block()) for kind in party_kinds()]
        super().__init__([*registered, *(local_blocks or [])], **kwargs)
