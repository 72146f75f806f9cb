"""The kinds of document that are stored, and how each is made.

A page is an article, a summit, a section, or just a page; people and sources
are snippets and belong to no site.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation
from pydantic import BaseModel

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.people.choosers import load_chosen
from wagtail_gulf_summit.people.loading import load
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.scope import page_scope

from . import documents
from .builders.articles import article_document
from .builders.other import other_document, section_document
from .builders.pages import Page, changes_noted, language_of, site_of
from .builders.people import person_document
from .builders.sources import source_document
from .builders.summits import summit_document


@dataclass(frozen=True)
class Kind:
    """One kind of document. ``card`` is its sparse form: some of the document's own fields."""

    name: str
    document: type[BaseModel]
    card: type[BaseModel] | None
    build: Callable[[Any], dict[str, Any]]
    model: Any

    @property
    def is_page(self) -> bool:
        return self.model is Page


@dataclass(frozen=True)
class Built:
    """A document, checked against its contract, and when it will change by itself, if ever."""

    kind: Kind
    document: Any
    changes_at: datetime | None
    root_id: int | None = None

    def text(self) -> str:
        """The document as JSON, its Arabic not escaped."""
        return str(self.document.model_dump_json())

    def card_text(self) -> str:
        """The sparse form as JSON; empty for a kind that has none."""
        if self.kind.card is None:
            return ""
        return str(self.document.model_dump_json(include=set(self.kind.card.model_fields)))

    def face_text(self) -> str:
        """What documents of other pages show of this one."""
        return str(self.document.model_dump_json(include=FACE & set(type(self.document).model_fields)))


#: All that a document may show of another page: links, cards, breadcrumbs, alternates.
FACE = {
    "type", "lang", "title", "slug", "path", "html_url", "hero", "first_published_at",
    "start", "end", "dates_display", "venue",
}  # fmt: skip

ARTICLE = Kind("article", documents.Article, documents.ArticleCard, article_document, Page)
SUMMIT = Kind("summit", documents.Summit, documents.SummitCard, summit_document, Page)
SECTION = Kind("section", documents.SectionDocument, None, section_document, Page)
PAGE = Kind("page", documents.OtherPage, None, other_document, Page)
PERSON = Kind("person", documents.Person, documents.PersonCard, person_document, Person)
SOURCE = Kind("source", documents.StoredSource, documents.SourceCard, source_document, Source)

KINDS = {kind.name: kind for kind in (ARTICLE, SUMMIT, SECTION, PAGE, PERSON, SOURCE)}


def kind_of(instance: Any) -> Kind | None:
    """The kind of a specific page or a snippet; ``None`` for what has no document."""
    if isinstance(instance, Page):
        return KINDS.get(getattr(instance, "page_kind", ""), PAGE) if instance.depth > 1 else None
    return next((kind for kind in (PERSON, SOURCE) if isinstance(instance, kind.model)), None)


def build(instance: Any) -> Built:
    """The document of a specific page or of a snippet, from what the database now holds.

    Raises ``pydantic.ValidationError`` if a publisher's own block gives what it did not declare.
    """
    kind = kind_of(instance)
    if kind is None:
        raise LookupError(f"{instance!r} has no document.")
    with translation.override(language_of(instance)), page_scope(instance) as scope:
        load_chosen(instance)
        document = kind.document.model_validate(kind.build(instance))
        root_id = site_of(instance).shared_root_id if kind.is_page else None
        return Built(kind, document, changes_noted(scope), root_id)


def load_instance(kind: Kind, object_id: int) -> Any | None:
    """The page or snippet as it now is, with what its display reads; ``None`` if it is gone."""
    if kind.is_page:
        page = Page.objects.select_related("locale").filter(pk=object_id).first()
        return page.specific if page else None
    return load(kind.model, [object_id]).get(object_id)
