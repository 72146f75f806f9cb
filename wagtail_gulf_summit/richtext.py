"""Display-ready HTML from rich text as Wagtail stores it."""

from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

Expander = Callable[[str], str]
_expanders: list[Expander] = []


def register_expander(expander: Expander) -> None:
    """Let ``expander`` rewrite whole stored entities before Wagtail's rewriter runs.

    Wagtail's link rewriter replaces opening tags only; an entity whose text is
    computed, such as a citation's number, needs the whole element.
    """
    if expander not in _expanders:
        _expanders.append(expander)


def display_html(source: str) -> SafeString:
    """``source``, as stored in the database, without ``linktype=`` and ``<embed>``."""
    for expander in _expanders:
        source = expander(source)
    return mark_safe(expand_db_html(source))  # noqa: S308 - Wagtail's whitelist made it safe when it was saved
