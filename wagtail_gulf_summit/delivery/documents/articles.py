"""An article, and what stands around it."""

from typing import Literal

from pydantic import Field

from . import blocks as values
from .base import Alternate, Direction, Document, Moment, PageDocument, PageRef, Seo, TopicRef
from .bodies import StoryBodyBlock
from .images import Image
from .people import PersonRef
from .sources import Citation


class Byline(values.Byline):
    person: PersonRef


class Dateline(Document):
    place: str
    agency: str
    text: str = Field(description="The line as it is printed.")


class Hero(Document):
    image: Image
    alt: str
    caption: str = Field(description="Display-ready HTML.")
    credit: str
    licence: str


class CommentsInfo(Document):
    """How many approved comments there are, and whether more are taken."""

    policy: str = Field(examples=["premoderated"])
    count: int


class RelatedPage(PageRef):
    """Another story, or a summit, as a card shows it."""

    type: str
    lang: str
    dir: Direction
    image: Image | None
    first_published_at: Moment | None
    first_published_at_display: str


class SummitRef(PageRef):
    """A summit that an article covers."""

    lang: str
    dir: Direction
    start: Moment | None
    end: Moment | None
    dates_display: str
    city: str


class ArticleCard(PageDocument):
    """An article in a list, without its body."""

    type: Literal["article"]
    section: PageRef | None
    topics: list[TopicRef]
    kicker: str
    standfirst: str = Field(description="Display-ready HTML.")
    dateline: Dateline | None
    bylines: list[Byline]
    hero: Hero | None
    first_published_at: Moment | None
    first_published_at_display: str
    last_published_at: Moment | None
    last_published_at_display: str
    updated_at: Moment | None = Field(
        description="When readers were last told of a change of substance; null while they never were."
    )
    updated_at_display: str


class Article(ArticleCard):
    alternates: list[Alternate]
    body: list[StoryBodyBlock]
    citations: list[Citation]
    summits: list[SummitRef]
    related: list[RelatedPage]
    corrections: list[values.Correction]
    comments: CommentsInfo
    seo: Seo
