"""Pages that are neither articles nor summits: sections, front pages, series."""

from typing import Literal

from pydantic import Field

from .base import Alternate, Moment, PageDocument, PageRef, Seo


class RoutedPage(PageDocument):
    section: PageRef | None = Field(description="The section above.")
    alternates: list[Alternate]
    first_published_at: Moment | None
    first_published_at_display: str
    last_published_at: Moment | None
    last_published_at_display: str
    seo: Seo


class SectionDocument(RoutedPage):
    type: Literal["section"]
    intro: str = Field(description="Display-ready HTML.")


class OtherPage(RoutedPage):
    """Any other page, as far as a frontend's routes need it; Wagtail's own API has its fields."""

    type: Literal["page"]
    model: str = Field(examples=["gulf_summit_pages.FrontPage"])
