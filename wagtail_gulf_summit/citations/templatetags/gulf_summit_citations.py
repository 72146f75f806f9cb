"""Template tags of the citations room: ``{% load gulf_summit_citations %}``."""

from typing import Any

from django import template
from django.utils import translation
from django.utils.safestring import SafeString

from wagtail_gulf_summit.arabic.numerals import localise_digits
from wagtail_gulf_summit.citations.formatting import comma, format_source_html, standalone_html
from wagtail_gulf_summit.citations.numbering import page_citations, page_language

register = template.Library()


@register.inclusion_tag("gulf_summit_citations/list.html")
def citation_list(page: Any) -> dict[str, Any]:
    """The numbered list of the sources that ``page`` cites, each with links back to its markers; nothing if none."""
    language = page_language(page)
    entries = [
        {
            "number": entry.number,
            "label": localise_digits(str(entry.number), language),
            "anchor": entry.anchor,
            "html": format_source_html(entry.source, language),
            "locators": entry.locators,
            "backrefs": entry.backrefs,
        }
        for entry in page_citations(page).entries
    ]
    return {"entries": entries, "language": language, "comma": comma(language)}


@register.simple_tag
def format_source(source: Any, language: str | None = None) -> SafeString:
    """One source as a line of HTML, for a text in ``language`` (by default the active one)."""
    return format_source_html(source, language or translation.get_language() or source.locale.language_code)


@register.simple_tag
def standalone_source(source: Any) -> SafeString:
    """One source as a line that says its own language and direction."""
    return standalone_html(source)
