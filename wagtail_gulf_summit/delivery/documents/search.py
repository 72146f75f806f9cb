"""What a search finds."""

from typing import Literal

from pydantic import Field

from .base import Direction, Document, Moment
from .images import Image


class SearchHit(Document):
    type: Literal["article", "summit", "person"]
    id: int
    lang: str = Field(examples=["ar"])
    dir: Direction
    title: str
    title_highlighted: str = Field(description="HTML: the title, what was found in `<mark>`.")
    excerpt: str = Field(description="HTML: the words around what was found, in `<mark>`.")
    slug: str
    path: str | None = Field(description="Null for a person, who has no page of their own here.")
    html_url: str | None
    image: Image | None
    published_at: Moment | None
