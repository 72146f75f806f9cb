"""Statistics, fact boxes and tables."""

from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import BODY_FEATURES, INLINE_FEATURES
from wagtail_gulf_summit.people.choosers import LoadedChooserBlock
from wagtail_gulf_summit.people.values import shown_on_page
from wagtail_gulf_summit.richtext import display_html

from ..numbers import json_number
from ..tables import TableFromApi, TableTranslation


class SourceChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_citations.Source", **kwargs)


class StatisticBlock(blocks.StructBlock):
    """A number the story rests on, with where it is from. Its source is cited like any other."""

    text = blocks.CharBlock(label=_("As printed"), help_text=_("For example: 82 million users."))
    value = blocks.DecimalBlock(label=_("Value"), required=False, help_text=_("The bare number, for charts."))
    unit = blocks.CharBlock(label=_("Unit"), required=False, help_text=_("For example: users, percent, AED."))
    approximate = blocks.BooleanBlock(label=_("Approximate"), required=False)
    claim = blocks.TextBlock(label=_("What it says"), rows=2, required=False)
    source = SourceChooserBlock(label=_("Source"), required=False)

    class Meta:
        icon = "order"
        label = _("Statistic")
        label_format = "{text}"
        template = "gulf_summit_articles/blocks/statistic.html"

    def cited_rich_text(self, value: Any) -> Any:
        if source := value.get("source"):
            yield source_marker(source)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["citation"] = citation_of(value)
        return context

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        source = shown_on_page(value.get("source"))
        return {
            "text": value.get("text") or "",
            "value": json_number(value.get("value")),
            "unit": value.get("unit") or "",
            "approximate": bool(value.get("approximate")),
            "claim": value.get("claim") or "",
            "source": {"id": source.pk, "title": source.title} if source else None,
            "citation": citation_of(value),
        }


def citation_of(statistic: Any) -> str:
    """The marker of the statistic's source as the page being shown numbers it; empty for none."""
    source = statistic.get("source")
    return display_html(source_marker(source)) if source else ""


def source_marker(source: Any) -> str:
    """A citation of ``source`` as rich text stores it."""
    return str(format_html('<a linktype="citation" id="{}">[1]</a>', source.pk))


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = CitedRichTextBlock(label=_("Text"), features=BODY_FEATURES)

    class Meta:
        icon = "list-ul"
        label = _("Fact box")
        label_format = "{title}"
        template = "gulf_summit_articles/blocks/fact_box.html"

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {**super().get_api_representation(value, context), "title": value.get("title") or ""}


class StoryTableBlock(TableTranslation, TableFromApi, TypedTableBlock):
    """A table with columns of text or numbers; the first column names its rows."""

    text = CitedRichTextBlock(label=_("Text"), features=INLINE_FEATURES)
    number = blocks.DecimalBlock(label=_("Number"), required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        template = "gulf_summit_articles/blocks/table.html"

    def get_api_representation(self, table: Any, context: Any = None) -> dict[str, Any]:
        value = super().get_api_representation(table, context)
        for row in value["rows"]:
            row["values"] = [json_number(cell) if isinstance(cell, Decimal) else cell for cell in row["values"]]
        return value
