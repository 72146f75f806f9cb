"""Display-ready HTML from rich text as Wagtail stores it."""

import re
from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html, get_text_for_indexing

from .scope import page_scope

Expander = Callable[[str], str]
_expanders: list[Expander] = []


def register_expander(expander: Expander) -> None:
    """Let ``expander`` rewrite whole stored entities before Wagtail's rewriter runs.

    Wagtail's link rewriter replaces opening tags only; an entity whose text is
    computed, such as a citation's number, needs the whole element.
    """
    if expander not in _expanders:
        _expanders.append(expander)


#: What Wagtail's API v3 stores for no text.
_NOTHING = re.compile(r"\s*(<p[^>]*>\s*</p>\s*)+")


def display_html(source: str) -> SafeString:
    """``source``, as stored in the database, without ``linktype=`` and ``<embed>``; nothing for empty paragraphs."""
    if _NOTHING.fullmatch(source):
        return mark_safe("")
    for expander in _expanders:
        source = expander(source)
    return mark_safe(expand_db_html(source))  # noqa: S308 - Wagtail's whitelist made it safe when it was saved


def searchable_text(source: str) -> str:
    """The words of ``source``, as stored in the database, for a search index.

    As on no page: the number of a citation is nothing that anybody looks for.
    """
    with page_scope(None):
        for expander in _expanders:
            source = expander(source)
    return get_text_for_indexing(source)
