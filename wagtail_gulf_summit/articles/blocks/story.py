"""The body of an article."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import BODY_FEATURES
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock

from .facts import FactBoxBlock, StatisticBlock, StoryTableBlock
from .links import RelatedArticleBlock
from .media import GalleryBlock, StoryEmbedBlock, StoryImageBlock
from .text import HeadingBlock, PullQuoteBlock


class StoryBlock(blocks.StreamBlock):
    """The body of an article.

    Subclass it to add a block, and set one to ``None`` to drop it; neither needs a migration.
    """

    paragraph = CitedRichTextBlock(
        label=_("Paragraph"),
        features=BODY_FEATURES,
        icon="pilcrow",
        group=_("Text"),
        template="gulf_summit_articles/blocks/paragraph.html",
    )
    heading = HeadingBlock(group=_("Text"))
    speaker_quote = SpeakerQuoteBlock(group=_("Quotes"))
    pull_quote = PullQuoteBlock(group=_("Quotes"))
    image = StoryImageBlock(group=_("Pictures and media"), template="gulf_summit_articles/blocks/image.html")
    gallery = GalleryBlock(group=_("Pictures and media"))
    embed = StoryEmbedBlock(
        label=_("Embed"),
        group=_("Pictures and media"),
        help_text=_("The address of a video or a post, such as https://www.youtube.com/watch?v=…"),
        template="gulf_summit_articles/blocks/embed.html",
    )
    table = StoryTableBlock(group=_("Facts"))
    statistic = StatisticBlock(group=_("Facts"))
    fact_box = FactBoxBlock(group=_("Facts"))
    related_article = RelatedArticleBlock(group=_("Links"))

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}
