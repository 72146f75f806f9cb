"""The contract: one Pydantic model for every document and every part of one.

Import this only when all models are loaded: the unions of blocks are made from
what this site's page types offer.
"""

from .articles import Article, ArticleCard
from .base import ItemList
from .pages import OtherPage, SectionDocument
from .people import Person, PersonCard, PersonQuote
from .search import SearchHit
from .sites import SiteBundle
from .sources import Source, SourceCard, StoredSource
from .summits import Session, SessionItem, Summit, SummitCard

__all__ = [
    "Article",
    "ArticleCard",
    "ItemList",
    "OtherPage",
    "Person",
    "PersonCard",
    "PersonQuote",
    "SearchHit",
    "SectionDocument",
    "Session",
    "SessionItem",
    "SiteBundle",
    "Source",
    "SourceCard",
    "StoredSource",
    "Summit",
    "SummitCard",
]
