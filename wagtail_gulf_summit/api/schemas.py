"""What the newsroom API answers apart from documents."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator

from wagtail_gulf_summit.delivery import documents


class Sparse(BaseModel):
    """A document with only the `fields` that were asked for."""

    model_config = ConfigDict(extra="allow")


class ArticleList(documents.ItemList[documents.Article | documents.ArticleCard | Sparse]):
    """Whole articles, cards, or the fields that were asked for."""


class SummitList(documents.ItemList[documents.Summit | documents.SummitCard | Sparse]):
    """Whole summits, cards, or the fields that were asked for."""


class SessionList(documents.ItemList[documents.SessionItem | Sparse]):
    """Sessions of all summits, each with the summit it belongs to."""


class SessionsOfSummit(documents.ItemList[documents.Session | Sparse]):
    """The sessions of one summit."""


class PersonList(documents.ItemList[documents.Person | documents.PersonCard | Sparse]):
    """People, cards of people, or the fields that were asked for."""


class QuoteList(documents.ItemList[documents.PersonQuote | Sparse]):
    """What a person said."""


class SourceList(documents.ItemList[documents.StoredSource | documents.SourceCard | Sparse]):
    """Sources, without where they are cited."""


class SearchList(documents.ItemList[documents.SearchHit]):
    """What a search found."""


#: The document of whatever page is at a path.
AnyPage = Annotated[
    documents.Article | documents.Summit | documents.SectionDocument | documents.OtherPage, Discriminator("type")
]


class RedirectTarget(BaseModel):
    """Where the page of an old path is now; `Location` is the same question asked of the new path."""

    location: str
    permanent: bool
