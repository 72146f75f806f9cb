"""What a frontend needs to know about the site."""

from pydantic import Field

from .base import Direction, Document, PageRef


class MenuItem(PageRef):
    type: str


class Feeds(Document):
    """Null for a feed that the site does not mount."""

    rss: str | None
    atom: str | None
    json_feed: str | None
    ics: str | None = Field(description="The calendar of the summits.")


class SectionInfo(PageRef):
    intro: str = Field(description="Display-ready HTML.")
    feeds: Feeds


class LocaleBundle(Document):
    lang: str = Field(examples=["ar"])
    dir: Direction
    name: str = Field(description="The language in its own words.")
    is_default: bool
    html_url: str
    home: PageRef
    menu: list[MenuItem]
    sections: list[SectionInfo]
    feeds: Feeds


class SiteBundle(Document):
    name: str
    html_url: str
    default_lang: str
    locales: list[LocaleBundle]
