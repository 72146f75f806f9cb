"""People and organisations."""

from typing import Any, Literal

from pydantic import Field

from .base import Day, Direction, Document, Moment
from .images import Image


class OrganisationRef(Document):
    id: int | None = Field(description="Null where the editor named an organisation that has no record.")
    name: str


class PersonRef(Document):
    """A person, wherever one is named."""

    id: int
    name: str
    slug: str
    photo: Image | None


class Affiliation(Document):
    role: str
    organisation: OrganisationRef | None
    valid_from: Day | None
    valid_until: Day | None = Field(description="The last day in the role; null while it is held.")


class PersonAlternate(Document):
    """The same person in one of the languages in which the person is published."""

    id: int
    lang: str
    dir: Direction
    slug: str
    is_default: bool


class PersonCard(Document):
    """A person in a list."""

    id: int
    type: Literal["person"]
    lang: str = Field(examples=["ar"])
    dir: Direction
    name: str
    slug: str
    photo: Image | None


class Person(PersonCard):
    given_name: str
    family_name: str
    bio: str = Field(description="Display-ready HTML.")
    same_as: list[str] = Field(description="Addresses elsewhere that are about the same person.")
    affiliations: list[Affiliation] = Field(description="In the editor's order; the first that is held comes first.")
    alternates: list[PersonAlternate]
    jsonld: dict[str, Any]


class QuotedOn(Document):
    """The page that a quote was published on."""

    id: int
    type: str
    lang: str
    dir: Direction
    title: str
    slug: str
    path: str
    html_url: str


class PersonQuote(Document):
    """Something a person said, and where and when it was published."""

    id: int
    quote: str = Field(description="Display-ready HTML.")
    text: str = Field(description="The same without markup.")
    role: str = Field(description="The role held on the day of the article.")
    organisation: OrganisationRef | None
    attribution: str
    continued: bool
    published_at: Moment
    published_at_display: str
    page: QuotedOn
