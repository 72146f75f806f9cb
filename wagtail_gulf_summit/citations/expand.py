"""Markers as readers and APIs get them."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail_gulf_summit.arabic.numerals import localise_digits
from wagtail_gulf_summit.scope import current_scope

from .marks import LINK_TYPE, Mark, lift_marks, replace_marks
from .numbering import Marker, page_citations, page_language

#: Set in a page scope's ``cache`` by an API that also takes texts back: its markers can be stored again.
REVERSIBLE = "gulf_summit_reversible_citations"
NOTHING = SafeString("")


def expand_citations(html: str) -> str:
    """Stored rich text with each marker as a numbered link into the page's list of sources.

    Outside the page it belongs to, and when its source was deleted, a marker
    refers to nothing and is left out.
    """
    if LINK_TYPE not in html:
        return html
    scope = current_scope()
    if scope is None or not hasattr(scope.page, "cited_rich_text"):
        return replace_marks(html, lambda mark: "")
    language = page_language(scope.page)
    reversible = scope.cache.get(REVERSIBLE, False)
    markers = iter(page_citations(scope.page).markers(html))
    return replace_marks(lift_marks(html), lambda mark: marker_html(mark, next(markers), language, reversible))


def marker_html(mark: Mark, marker: Marker | None, language: str, reversible: bool = False) -> SafeString:
    """One marker; a reversible one says in ``data-`` attributes what it was stored as, even where nothing is shown."""
    if marker is None:
        return format_html('<sup class="citation"{}></sup>', _data(mark)) if reversible and mark.source_id else NOTHING
    return format_html(
        '<sup class="citation"{}><a href="#cite-{}"{} role="doc-noteref">[{}]</a></sup>',
        _data(mark) if reversible else "",
        marker.number,
        format_html(' id="{}"', marker.ref) if marker.ref else "",
        localise_digits(str(marker.number), language),
    )


def _data(mark: Mark) -> SafeString:
    locator = format_html(' data-locator="{}"', mark.locator) if mark.locator else ""
    return format_html(' data-source="{}"{} data-text="{}"', mark.source_id, locator, mark.text)
