"""Sections, and pages of any other type, as documents."""

from typing import Any

from wagtail_gulf_summit.richtext import display_html

from .pages import alternates, page_facts, publication_times, section_ref
from .seo import seo


def section_document(page: Any) -> dict[str, Any]:
    """A ``SectionDocument``; call it with ``page`` in scope."""
    return _with_seo(page, {**_facts(page, "section"), "intro": display_html(page.intro)})


def other_document(page: Any) -> dict[str, Any]:
    """An ``OtherPage``; call it with ``page`` in scope."""
    return _with_seo(page, {**_facts(page, "page"), "model": page._meta.label})


def _facts(page: Any, kind: str) -> dict[str, Any]:
    return {
        **page_facts(page, kind),
        "section": section_ref(page),
        "alternates": alternates(page),
        **publication_times(page),
    }


def _with_seo(page: Any, document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "seo": seo(page, document, [])}
