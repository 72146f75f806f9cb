"""By what a document is found, and where it stands in lists."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from wagtail.blocks import ChooserBlock

from wagtail_gulf_summit.arabic.fold import fold
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.numbering import page_citations
from wagtail_gulf_summit.events.loading import billing
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.people.names import fold_name

from ..builders.pages import sections_above
from ..builders.summits import series_above
from ..kinds import ARTICLE, SUMMIT, Kind
from .clock import to_micros

#: The snippets that blocks choose and keys name.
SNIPPETS_IN_KEYS = {"person": Person, "topic": Topic}
#: The kinds of page that keys name.
PAGES_IN_KEYS = frozenset({"section", "summit"})


def keys_of(kind: Kind, instance: Any, document: Any) -> set[tuple[str, int]]:
    """``(name, id)`` of all by which lists can ask for the document.

    All that the page names, whether or not readers may see it now, and what the
    document shows in its place. While ``instance`` is in scope nothing is read again.
    """
    if not kind.is_page:
        return set()
    keys = {("section", section.pk) for section in sections_above(instance)}
    if kind is ARTICLE:
        keys |= _named("topic", instance.topics) | {("topic", topic.id) for topic in document.topics}
        keys |= _named("summit", instance.summits) | {("summit", summit.id) for summit in document.summits}
        keys |= _people_named(instance.bylines)
        keys |= {("person", byline.person.id) for byline in document.bylines}
        if document.dateline and document.dateline.agency:
            keys.add(("agency", agency_key(document.dateline.agency)))
    if kind is SUMMIT:
        for session in instance.summit_sessions.all():
            keys |= {("person", person_id) for person_id, _role in billing(session)}
        keys |= {("person", speaker.person.id) for session in document.sessions for speaker in session.speakers}
        if hasattr(instance, "topics"):
            keys |= _named("topic", instance.topics)
        keys |= {("topic", topic.id) for topic in document.topics}
        if series := series_above(instance):
            keys.add(("series", series.pk))
        if document.venue.city:
            keys.add(("city", city_key(document.venue.city)))
    if kind in (ARTICLE, SUMMIT):
        keys |= {("source", source_id) for source_id in page_citations(instance).source_ids}
        keys |= _people_named(instance.body) | {("person", pk) for pk in _people_quoted(document.body)}
    return keys


def _named(name: str, stream: Any) -> set[tuple[str, int]]:
    """What the blocks of a stream choose, as far as it is there: what was deleted cannot be asked for."""
    return {(name, child.value.pk) for child in stream if child.value is not None}


def _people_named(stream: Any) -> set[tuple[str, int]]:
    """Whom the blocks of a stream name as their ``person``."""
    people = (child.value.get("person") for child in stream if _has_person(child.block))
    return {("person", one.pk) for one in people if one is not None}


def _has_person(block: Any) -> bool:
    chooser = getattr(block, "child_blocks", {}).get("person")
    return isinstance(chooser, ChooserBlock) and chooser.model_class is Person


def times_of(kind: Kind, instance: Any) -> dict[str, int | None]:
    """``published``, ``starts``, ``ends`` and ``sort``: what lists filter and sort by."""
    if not kind.is_page:
        return {"published": None, "starts": None, "ends": None, "sort": 0}
    published = to_micros(instance.first_published_at)
    span = instance.span if kind is SUMMIT else None
    starts, ends = (to_micros(span.start), to_micros(span.end)) if span else (None, None)
    sort = starts if starts is not None else published or 0
    return {"published": published, "starts": starts, "ends": ends, "sort": sort}


def city_key(name: str) -> int:
    """The number that stands for a city in keys, the same for all spellings that readers use.

    >>> city_key("أبوظبي") == city_key("ابوظبي"), city_key("Dubai") == city_key(" dubai ")
    (True, True)
    """
    return _number_of(" ".join(fold(name).split()))


def agency_key(name: str) -> int:
    """The number that stands for a news agency in keys: articles name it in words, and link to its website."""
    return _number_of(fold_name(name))


def _number_of(spelling: str) -> int:
    return int.from_bytes(blake2b(spelling.encode(), digest_size=8).digest(), "big") >> 1


def _people_quoted(body: list[Any]) -> Iterator[int]:
    for block in body:
        person = getattr(block.value, "person", None)
        if person is not None:
            yield person.id
