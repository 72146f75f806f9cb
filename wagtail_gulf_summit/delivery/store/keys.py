"""By what a document is found, and where it stands in lists."""

from collections.abc import Iterator
from typing import Any

from ..builders.pages import sections_above
from ..kinds import ARTICLE, SUMMIT, Kind
from .clock import to_micros


def keys_of(kind: Kind, instance: Any, document: Any) -> set[tuple[str, int]]:
    """``(name, id)`` of all by which lists can ask for the document."""
    if not kind.is_page:
        return set()
    keys = {("section", section.pk) for section in sections_above(instance)}
    if kind is ARTICLE:
        keys |= {("topic", topic.id) for topic in document.topics}
        keys |= {("summit", summit.id) for summit in document.summits}
        keys |= {("person", byline.person.id) for byline in document.bylines}
    if kind is SUMMIT:
        keys |= {("person", speaker.person.id) for session in document.sessions for speaker in session.speakers}
        if document.series and document.series.page:
            keys.add(("series", document.series.page.id))
    if kind in (ARTICLE, SUMMIT):
        keys |= {("source", citation.id) for citation in document.citations}
        keys |= {("person", pk) for pk in _people_quoted(document.body)}
    return keys


def times_of(kind: Kind, instance: Any) -> dict[str, int | None]:
    """``published``, ``starts`` and ``sort``: what lists filter and sort by."""
    if not kind.is_page:
        return {"published": None, "starts": None, "sort": 0}
    published = to_micros(instance.first_published_at)
    starts = to_micros(instance.span.start) if kind is SUMMIT and instance.span else None
    return {"published": published, "starts": starts, "sort": starts if starts is not None else published or 0}


def _people_quoted(body: list[Any]) -> Iterator[int]:
    for block in body:
        person = getattr(block.value, "person", None)
        if person is not None:
            yield person.id
