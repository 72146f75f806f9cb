"""The blocks a story is told in."""

from .facts import FactBoxBlock, StatisticBlock, StoryTableBlock
from .links import RelatedArticleBlock, StoryChooserBlock, SummitChooserBlock, TopicChooserBlock
from .media import GalleryBlock, StoryEmbedBlock, StoryImageBlock
from .people import BylineBlock
from .story import StoryBlock
from .text import CorrectionBlock, HeadingBlock, PullQuoteBlock

__all__ = [
    "BylineBlock",
    "CorrectionBlock",
    "FactBoxBlock",
    "GalleryBlock",
    "HeadingBlock",
    "PullQuoteBlock",
    "RelatedArticleBlock",
    "StatisticBlock",
    "StoryBlock",
    "StoryChooserBlock",
    "StoryEmbedBlock",
    "StoryImageBlock",
    "StoryTableBlock",
    "SummitChooserBlock",
    "TopicChooserBlock",
]
