"""Numbers of citations: per page, in order of first appearance, computed and never stored.

The whole page is numbered at once, so a chunk of its rich text shows the same
numbers and the same ids whether it is rendered alone or among the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from typing_extensions import TypedDict

from wagtail_gulf_summit.scope import current_scope, page_scope

from .csl import source_to_csl
from .formatting import format_source_html
from .marks import Mark, find_marks
from .models import Source
from .sources import ShownSources

_CACHE_KEY = "gulf_summit_citations"


@dataclass
class Entry:
    """One numbered source of a page.

    ``locators`` are those given at its markers, each once; ``backrefs`` are the
    ``id`` attributes of its markers (``cite-ref-1-2``), in the order shown.
    """

    number: int
    source: Source
    locators: list[str] = field(default_factory=list)
    backrefs: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The ``id`` of the entry in the list of sources: ``cite-1``."""
        return f"cite-{self.number}"


@dataclass(frozen=True)
class Marker:
    """One marker as the page shows it; ``ref`` is empty where the page does not hold this chunk."""

    number: int
    ref: str = ""


class PageCitations:
    """All citations of one page: ``entries`` in the order of their numbers.

    ``source_ids`` are the records that are shown, and those in whose place they are.
    """

    def __init__(self, chunks: Iterable[str], shown: ShownSources) -> None:
        self.entries: list[Entry] = []
        self.source_ids: frozenset[int] = shown.source_ids
        self._shown = shown
        self._by_source: dict[Any, Entry] = {}
        self._by_chunk: dict[str, list[list[Marker | None]]] = {}
        self._rendered: dict[str, int] = {}
        for chunk in chunks:
            if marks := list(find_marks(chunk)):
                self._by_chunk.setdefault(chunk, []).append([self._number(mark) for mark in marks])

    def _number(self, mark: Mark) -> Marker | None:
        source = self._shown.get(mark.source_id)
        if source is None:
            return None
        entry = self._by_source.get(source.translation_key)
        if entry is None:
            entry = self._by_source[source.translation_key] = Entry(len(self.entries) + 1, source)
            self.entries.append(entry)
        if mark.locator and mark.locator not in entry.locators:
            entry.locators.append(mark.locator)
        ref = f"cite-ref-{entry.number}-{len(entry.backrefs) + 1}"
        entry.backrefs.append(ref)
        return Marker(entry.number, ref)

    def markers(self, chunk: str) -> list[Marker | None]:
        """The markers of ``chunk``, ``None`` for one whose source is gone.

        A chunk that stands on the page more than once gives the ids of its
        first place, then of its second, and then begins again. A chunk from
        elsewhere, such as another article's standfirst on a card, gets numbers
        for the sources this page cites too, and no ids.
        """
        places = self._by_chunk.get(chunk)
        if places is None:
            return [self._elsewhere(mark) for mark in find_marks(chunk)]
        turn = self._rendered.get(chunk, 0)
        self._rendered[chunk] = turn + 1
        return places[turn % len(places)]

    def _elsewhere(self, mark: Mark) -> Marker | None:
        source = self._shown.get(mark.source_id)
        entry = self._by_source.get(source.translation_key) if source else None
        return Marker(entry.number) if entry else None


def page_citations(page: Any) -> PageCitations:
    """The citations of ``page`` (a specific instance, saved or not).

    Computed once while the page is being shown (see ``page_scope``), anew at
    each call otherwise, so a page under edit is never numbered from memory.
    """
    scope = current_scope()
    if scope is None or scope.page is not page:
        return number_pages([page])[0]
    if _CACHE_KEY not in scope.cache:
        scope.cache[_CACHE_KEY] = page.__dict__.get("_gulf_summit_citations") or number_pages([page])[0]
    return scope.cache[_CACHE_KEY]


def number_pages(pages: Sequence[Any]) -> list[PageCitations]:
    """The citations of several pages, with as many queries as for one."""
    chunks = [list(_cited_rich_text(page)) for page in pages]
    marked = [{mark.source_id for chunk in of_page for mark in find_marks(chunk)} for of_page in chunks]
    shown = ShownSources.for_pages(pages, marked)
    return [PageCitations(of_page, sources) for of_page, sources in zip(chunks, shown, strict=True)]


def prefetch_page_citations(pages: Sequence[Any]) -> None:
    """Number a list of pages at once; each keeps the result for the scope that shows it.

    For pages that were just read in order to be shown: later changes to them are not seen.
    """
    for page, citations in zip(pages, number_pages(pages), strict=True):
        page.__dict__["_gulf_summit_citations"] = citations


class PageCitation(TypedDict):
    """An entry as the APIs give it.

    ``id`` is the source's primary key, ``html`` its formatted form in the
    page's language, ``csl`` a CSL-JSON item, ``backrefs`` the ids of its markers.
    """

    number: int
    id: int
    html: str
    csl: dict[str, Any]
    locators: list[str]
    backrefs: list[str]


def citation_documents(page: Any) -> list[PageCitation]:
    """The public list of a page's citations, by number."""
    with page_scope(page):
        language = page_language(page)
        return [
            {
                "number": entry.number,
                "id": entry.source.pk,
                "html": format_source_html(entry.source, language),
                "csl": source_to_csl(entry.source),
                "locators": list(entry.locators),
                "backrefs": list(entry.backrefs),
            }
            for entry in page_citations(page).entries
        ]


def page_language(page: Any) -> str:
    """The language code of the page's content."""
    return page.locale.language_code


def _cited_rich_text(page: Any) -> Iterable[str]:
    cited = getattr(page, "cited_rich_text", None)
    return cited() if cited else ()
