"""The type of a block's public value, read off the block itself."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pydantic import create_model
from wagtail import blocks
from wagtail.blocks import Block
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.articles import blocks as story
from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.events.blocks import SpeakerBlock
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock
from wagtail_gulf_summit.people.choosers import OrganisationChooserBlock, PersonChooserBlock

from . import blocks as values
from .base import Document, TopicRef
from .people import OrganisationRef

#: What a block class gives. A publisher's own block may say it itself, as ``Meta.api_value``.
VALUES: dict[type[Block], Any] = {
    blocks.RichTextBlock: str,
    CitedRichTextBlock: str,
    blocks.CharBlock: str,
    blocks.TextBlock: str,
    blocks.ChoiceBlock: str | None,
    blocks.EmailBlock: str,
    blocks.RawHTMLBlock: str,
    blocks.URLBlock: str,
    blocks.BooleanBlock: bool,
    blocks.IntegerBlock: int | None,
    blocks.FloatBlock: float | None,
    blocks.DecimalBlock: Decimal | None,
    blocks.DateBlock: date | None,
    blocks.TimeBlock: time | None,
    blocks.DateTimeBlock: datetime | None,
    blocks.PageChooserBlock: int | None,
    ImageChooserBlock: int | None,
    SnippetChooserBlock: int | None,
    SpeakerQuoteBlock: values.SpeakerQuote,
    story.HeadingBlock: values.Heading,
    story.PullQuoteBlock: values.PullQuote,
    story.StoryImageBlock: values.StoryImage,
    story.GalleryBlock: values.Gallery,
    story.StoryEmbedBlock: values.Embed | None,
    story.StoryTableBlock: values.Table,
    story.StatisticBlock: values.Statistic,
    story.FactBoxBlock: values.FactBox,
    story.TopicChooserBlock: TopicRef | None,
    story.StoryChooserBlock: values.StoryLink | None,
    story.SummitChooserBlock: values.StoryLink | None,
    story.BylineBlock: values.Byline,
    story.CorrectionBlock: values.Correction,
    SpeakerBlock: values.SpeakerOnStage,
    PersonChooserBlock: int | None,
    OrganisationChooserBlock: OrganisationRef | None,
}


def value_type(block: Block) -> Any:
    """The type of what ``block`` gives to an API: one of ours, one derived from its parts, or ``Any``.

    ``Any`` is left for a block that makes its own representation and does not
    declare it in ``Meta.api_value``.
    """
    declared = getattr(block.meta, "api_value", None)
    if declared is not None:
        return declared
    known = next((cls for cls in type(block).__mro__ if cls in VALUES), None)
    if known is not None and _represents_like(block, known):
        return _with_more_children(block, known)
    if isinstance(block, blocks.BaseStructBlock) and _represents_like(block, blocks.BaseStructBlock):
        return _model(block, Document, block.child_blocks)
    if isinstance(block, blocks.ListBlock) and _represents_like(block, blocks.ListBlock):
        return list[value_type(block.child_block)]  # type: ignore[misc]
    return Any


def _represents_like(block: Block, known: type[Block]) -> bool:
    return type(block).get_api_representation is known.get_api_representation


def _with_more_children(block: Block, known: type[Block]) -> Any:
    """The declared type of ``known``, with the children that a subclass of a struct block adds."""
    declared = VALUES[known]
    if not (isinstance(declared, type) and issubclass(declared, Document)):
        return declared
    more = {name: child for name, child in getattr(block, "child_blocks", {}).items() if name not in known.base_blocks}
    return _model(block, declared, more) if more else declared


def _model(block: Block, base: type[Document], children: dict[str, Block]) -> type[Document]:
    fields: dict[str, Any] = {name: (value_type(child), ...) for name, child in children.items()}
    return create_model(type(block).__name__.removesuffix("Block"), __base__=base, **fields)
