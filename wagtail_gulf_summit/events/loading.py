"""Sessions with their speakers, for any number of summits in a number of queries that does not grow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from wagtail_gulf_summit.people.choosers import chosen_key
from wagtail_gulf_summit.people.loading import load, shown
from wagtail_gulf_summit.people.models import Person


@dataclass(frozen=True)
class Appearance:
    """A person on a session's stage; ``role`` is a value of ``SpeakerRole``."""

    person: Any
    role: str


@dataclass(frozen=True)
class Slot:
    """A session and who appears in it."""

    session: Any
    speakers: tuple[Appearance, ...] = ()


def sessions_for(pages: Sequence[Any], published_only: bool = True) -> list[list[Slot]]:
    """The sessions of each summit page, in the editors' order, one list for each of ``pages``.

    Pages may be unsaved or hold the sessions of a draft: those in memory count.
    People are the translations in the page's language. Unpublished ones are
    left out unless ``published_only`` is false, as the editor needs it.
    """
    saved = [page for page in pages if page.pk is not None]
    if saved:
        prefetch_related_objects(saved, "summit_sessions")
    programmes = [list(page.summit_sessions.all()) for page in pages]
    people = load(Person, _person_keys(session for sessions in programmes for session in sessions))
    return [
        [Slot(session, _appearances(session, page.locale_id, people, published_only)) for session in sessions]
        for page, sessions in zip(pages, programmes, strict=True)
    ]


def slots_of(page: Any, published_only: bool = True) -> list[Slot]:
    """The sessions of one summit page."""
    return sessions_for([page], published_only)[0]


def billing(session: Any) -> list[tuple[int, str]]:
    """(person's key, role) as stored, read without loading the people one session at a time."""
    stored = [child["value"] for child in session.speakers.raw_data if child["type"] == "speaker"]
    billed = [(chosen_key(value.get("person")), value.get("role", "speaker")) for value in stored]
    return [(key, role) for key, role in billed if key is not None]


def _person_keys(sessions: Iterable[Any]) -> set[int]:
    return {key for session in sessions for key, _role in billing(session)}


def _appearances(
    session: Any, locale_id: int | None, people: dict[int, Any], published_only: bool
) -> tuple[Appearance, ...]:
    found = [(people.get(key), role) for key, role in billing(session)]
    if published_only:
        found = [(shown(person, locale_id), role) for person, role in found]
    return tuple(Appearance(person, role) for person, role in found if person is not None)
