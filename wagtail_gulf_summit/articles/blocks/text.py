"""Headings, pull quotes and corrections."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.arabic.dates import format_date
from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import INLINE_FEATURES
from wagtail_gulf_summit.people.blocks import language_of_page
from wagtail_gulf_summit.people.choosers import PersonChooserBlock
from wagtail_gulf_summit.people.quotation import in_quotation_marks
from wagtail_gulf_summit.people.values import person_value, shown_on_page

from ..values import rich_html


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"))
    level = blocks.ChoiceBlock(
        choices=[("2", _("Heading")), ("3", _("Heading within a heading")), ("4", _("Smallest heading"))],
        default="2",
        label=_("Level"),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        template = "gulf_summit_articles/blocks/heading.html"

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {"text": value.get("text") or "", "level": int(value.get("level") or 2)}

    def to_python(self, value: Any) -> Any:
        return super().to_python({**value, "level": str(value.get("level") or 2)})


class PullQuoteBlock(blocks.StructBlock):
    """Words of the story lifted out to catch the eye; they stand in the story too."""

    text = blocks.TextBlock(label=_("Text"), rows=3)
    person = PersonChooserBlock(label=_("Speaker"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        label_format = "{text}"
        template = "gulf_summit_articles/blocks/pull_quote.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["person"] = shown_on_page(value.get("person"))
        context["quoted"] = in_quotation_marks(conditional_escape(value.get("text") or ""), language_of_page())
        return context

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {"text": value.get("text") or "", "person": person_value(shown_on_page(value.get("person")))}


class CorrectionBlock(blocks.StructBlock):
    """What was wrong and what is right, dated, for readers to see."""

    date = blocks.DateBlock(label=_("Date"), default=timezone.localdate)
    text = CitedRichTextBlock(label=_("What was corrected"), features=INLINE_FEATURES)

    class Meta:
        icon = "edit"
        label = _("Correction")
        label_format = "{date}"
        template = "gulf_summit_articles/blocks/correction.html"

    def day_of(self, value: Any) -> datetime.date | None:
        """The day, also of a correction that a program has just written with a string."""
        return self.child_blocks["date"].to_python(value.get("date"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        day = self.day_of(value)
        return {**super().get_context(value, parent_context), "day": day, "date_display": date_display(day)}

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        day = self.day_of(value)
        return {
            "date": day.isoformat() if day else None,
            "date_display": date_display(day),
            "text": rich_html(value.get("text")),
        }


def date_display(day: datetime.date | None) -> str:
    """``day`` in the language of the page being shown; empty for none."""
    return format_date(day, language_of_page()) if day else ""
