"""What every document has in common."""

from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")
Direction = Literal["rtl", "ltr"]


class Document(BaseModel):
    """Part of the public contract: a field that is not declared is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Alternate(Document):
    """The page in one of the languages in which it is published, its own included (``hreflang``)."""

    lang: str = Field(examples=["ar"])
    dir: Direction
    html_url: str
    is_default: bool = Field(description="Whether this is the site's default language (`x-default`).")


class PageRef(Document):
    """A page, as far as a link needs it."""

    id: int
    title: str
    slug: str
    path: str = Field(description="The path of the page on its site, as a person reads it.")
    html_url: str


class TopicRef(Document):
    id: int
    name: str
    slug: str


class Seo(Document):
    title: str
    description: str
    jsonld: list[dict[str, Any]] = Field(description="schema.org objects, ready for `application/ld+json`.")


class PageDocument(Document):
    """What the documents of all page types begin with."""

    id: int
    type: str
    lang: str = Field(examples=["ar"])
    dir: Direction
    title: str
    slug: str
    path: str = Field(description="The path of the page on its site, as a person reads it.")
    html_url: str


class ItemList(BaseModel, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    next: str | None = Field(description="The `cursor` of the next page, or null at the end.")
    count: int | None = Field(default=None, description="How many there are in all, if `count=true` was asked for.")


Moment = datetime
Day = date
