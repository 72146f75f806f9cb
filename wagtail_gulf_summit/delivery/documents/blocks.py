"""The values of the blocks that bodies are made of."""

from pydantic import Field

from .base import Day, Document
from .images import Image
from .people import OrganisationRef, PersonRef


class Byline(Document):
    person: PersonRef | None
    role: str


class Correction(Document):
    date: Day | None
    date_display: str
    text: str = Field(description="Display-ready HTML.")


class SpeakerOnStage(Document):
    person: PersonRef | None
    role: str


class Heading(Document):
    text: str
    level: int = Field(ge=2, le=4)


class SpeakerQuote(Document):
    quote: str = Field(description="Display-ready HTML.")
    person: PersonRef | None
    role: str = Field(description="The role held on the day of the story, or the editor's own words.")
    organisation: OrganisationRef | None
    attribution: str
    continued: bool
    role_override: str
    organisation_override: str


class PullQuote(Document):
    text: str
    person: PersonRef | None


class Picture(Image):
    id: int


class StoryImage(Document):
    image: Picture | None
    alt: str
    decorative: bool
    caption: str = Field(description="Display-ready HTML.")
    credit: str
    licence: str


class Gallery(Document):
    title: str
    images: list[StoryImage]


class Embed(Document):
    url: str
    provider: str
    html: str
    title: str
    thumbnail: str


class TableColumn(Document):
    type: str
    heading: str


class TableRow(Document):
    values: list[str | float | int | None]


class Table(Document):
    caption: str
    columns: list[TableColumn]
    rows: list[TableRow]


class SourceRef(Document):
    id: int
    title: str


class Statistic(Document):
    text: str = Field(description="As printed.")
    value: int | float | None
    unit: str
    approximate: bool
    claim: str
    source: SourceRef | None
    citation: str = Field(description="The marker of the citation, as HTML.")


class FactBox(Document):
    title: str
    text: str = Field(description="Display-ready HTML.")


class StoryLink(Document):
    """Another story, pointed at from within the body."""

    id: int
    title: str
    path: str
    html_url: str
