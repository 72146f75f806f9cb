"""Sections, and pages of any other type, as documents."""

from typing import Any

from wagtail_gulf_summit.richtext import display_html

from ..jsonld.pages import collection
from .pages import alternates, page_facts, publication_times, section_ref
from .seo import description_of, front_page_objects, person_page_objects, seo, topic_page_objects

#: What the pages of a kind tell search engines, beside the trail.
OBJECTS = {"person_page": person_page_objects, "topic_page": topic_page_objects}


def section_document(page: Any) -> dict[str, Any]:
    """A ``SectionDocument``; call it with ``page`` in scope."""
    document = {**_facts(page, "section"), "intro": display_html(page.intro)}
    return _with_seo(page, document, [collection(document, description_of(page, document))])


def other_document(page: Any) -> dict[str, Any]:
    """An ``OtherPage``; call it with ``page`` in scope."""
    document = {**_facts(page, "page"), "model": page._meta.label}
    objects = OBJECTS.get(getattr(page, "page_kind", ""), front_page_objects)
    return _with_seo(page, document, objects(page, document))


def _facts(page: Any, kind: str) -> dict[str, Any]:
    return {
        **page_facts(page, kind),
        "section": section_ref(page),
        "alternates": alternates(page),
        **publication_times(page),
    }


def _with_seo(page: Any, document: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    return {**document, "seo": seo(page, document, objects)}
