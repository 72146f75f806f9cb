"""What the newsroom API answers apart from documents."""

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field

from wagtail_gulf_summit.delivery import documents

#: An item with only the fields that were asked for.
Sparse: TypeAlias = dict[str, Any]

ArticleList = documents.ItemList[documents.Article | documents.ArticleCard | Sparse]
SummitList = documents.ItemList[documents.Summit | documents.SummitCard | Sparse]
SessionList = documents.ItemList[documents.SessionItem | Sparse]
SessionsOfSummit = documents.ItemList[documents.Session | Sparse]
PersonList = documents.ItemList[documents.Person | documents.PersonCard | Sparse]
QuoteList = documents.ItemList[documents.PersonQuote | Sparse]
SourceList = documents.ItemList[documents.SourceCard | Sparse]
SearchList = documents.ItemList[documents.SearchHit]

#: The document of whatever page is at a path.
AnyPage = Annotated[
    documents.Article | documents.Summit | documents.SectionDocument | documents.OtherPage, Discriminator("type")
]


class FieldError(BaseModel):
    field: str
    message: str


class ProblemDocument(BaseModel):
    """RFC 7807, its texts in the language of ``Accept-Language``."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:gulf-summit:problem:not-found"])
    title: str
    status: int
    detail: str
    code: str = Field(description="Stable and machine-readable.", examples=["not-found"])
    errors: list[FieldError] = Field(default=[])


class RedirectTarget(BaseModel):
    """Where the page of an old path is now; `Location` is the same question asked of the new path."""

    location: str
    permanent: bool
