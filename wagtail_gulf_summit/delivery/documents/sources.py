"""Sources, and where they are cited."""

from typing import Any, Literal

from pydantic import Field

from .base import Day, Direction, Document, PageRef


class Citation(Document):
    """A source as one page cites it."""

    number: int
    id: int = Field(description="The id of the source.")
    html: str = Field(description="The source as a reader of the page sees it.")
    csl: dict[str, Any] = Field(description="A CSL-JSON item.")
    locators: list[str]
    backrefs: list[str] = Field(description="The `id` attributes of its markers in the page's HTML.")


class SourceCard(Document):
    """A source in a list."""

    id: int
    type: Literal["source"]
    lang: str = Field(examples=["ar"])
    dir: Direction
    kind: str
    kind_display: str
    title: str
    html: str
    csl: dict[str, Any]


class CitedIn(PageRef):
    """A page that cites the source."""

    type: str
    lang: str
    dir: Direction


class StoredSource(SourceCard):
    """All of a source that is the same on every site."""

    authors: list[str]
    publishers: list[str]
    container_title: str
    year: int | None
    published_on: Day | None
    edition: str
    url: str
    archive_url: str
    accessed: Day | None
    doi: str
    isbn: str
    note: str


class Source(StoredSource):
    cited_in: list[CitedIn] = Field(description="Published pages of this site, the newest first; 100 at most.")
