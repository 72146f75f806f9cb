"""What a frontend needs to know about the site."""

from pydantic import Field

from .base import Direction, Document, PageRef


class MenuItem(PageRef):
    type: str


class Feeds(Document):
    rss: str
    atom: str
    json_feed: str
    ics: str = Field(description="The calendar of all summits.")


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
