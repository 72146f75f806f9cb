"""The sessions of a file, brought into a summit: what is new, what has changed, what is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from wagtail_gulf_summit.people.choosers import chosen_key

from ..calendar import uid
from ..models import Session
from ..summary import session_name
from ..times import at
from .entries import Billed, Entry

LIMITS = {"title": 255, "room": 120, "track": 120}


@dataclass
class Merge:
    """What an import does; titles of sessions, and for changed ones the names of the fields."""

    new: list[str] = field(default_factory=list)
    changed: list[tuple[str, list[str]]] = field(default_factory=list)
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    @property
    def changes_anything(self) -> bool:
        return bool(self.new or self.changed or self.removed)


def merge(page: Any, entries: Iterable[Entry], people: dict[str, int], remove_missing: bool = False) -> Merge:
    """Bring ``entries`` into the sessions of ``page``, in memory; ``people`` are keys by name.

    A session is known again by the identifier it was imported or exported with.
    Those that came from an earlier file and are not in this one stay, unless
    ``remove_missing``; sessions that editors made themselves always stay.
    """
    done = Merge()
    sessions = list(page.summit_sessions.all())
    known = _by_identifier(page, sessions)
    taken = _taken_keys(page, entries)
    seen = set()
    for entry in entries:
        session = known.get(entry.uid)
        if session is None:
            session = _new_session(page, entry, taken, order=len(sessions))
            sessions.append(session)
            _update(page, session, entry, people)
            done.new.append(str(session))
        elif fields := _update(page, session, entry, people):
            done.changed.append((str(session), fields))
        else:
            done.unchanged += 1
        seen.add(session.translation_key)
    gone = [session for session in sessions if session.external_id and session.translation_key not in seen]
    (done.removed if remove_missing else done.missing).extend(str(session) for session in gone)
    left = {session.translation_key for session in gone} if remove_missing else set()
    page.summit_sessions = [session for session in sessions if session.translation_key not in left]
    return done


def _by_identifier(page: Any, sessions: list[Session]) -> dict[str, Session]:
    """Sessions by every identifier a file of theirs can carry; the one they were imported with comes first."""
    language = page.locale.language_code
    known = {uid(session.uid, language): session for session in sessions}
    known |= {str(session.uid): session for session in sessions}
    return known | {session.external_id: session for session in sessions if session.external_id}


def _taken_keys(page: Any, entries: Iterable[Entry]) -> set[UUID]:
    """Identifiers of the file that another summit already uses, as when one file is imported twice over."""
    keys = [key for entry in entries if (key := _uuid(entry.uid))]
    found = Session.objects.filter(translation_key__in=keys, locale=page.locale).exclude(page_id=page.pk)
    return set(found.values_list("translation_key", flat=True))


def _new_session(page: Any, entry: Entry, taken: set[UUID], order: int) -> Session:
    session = Session(external_id=entry.uid, locale=page.locale, sort_order=order)
    key = _uuid(entry.uid)
    if key and key not in taken:
        session.translation_key = key
        taken.add(key)
    return session


def _update(page: Any, session: Session, entry: Entry, people: dict[str, int]) -> list[str]:
    """Set what the file has; the names of the fields that were different."""
    fields = []
    for name, value in _wanted(page, session, entry).items():
        if getattr(session, name) != value:
            setattr(session, name, value)
            fields.append(name)
    if entry.speakers is not None and _bill(session, entry.speakers, people):
        fields.append("speakers")
    return fields


def _wanted(page: Any, session: Session, entry: Entry) -> dict[str, Any]:
    title = entry.title[: LIMITS["title"]]
    nameless = not session.title and title == session_name(session, page.locale.language_code)
    optional = {
        "abstract": entry.abstract,
        "kind": entry.kind,
        "room": entry.room and entry.room[: LIMITS["room"]],
        "track": entry.track and entry.track[: LIMITS["track"]],
    }
    return {
        "title": "" if nameless else title,
        "day": entry.day,
        "start": _instant(entry.start, page),
        "end": _instant(entry.end, page),
        **{name: value for name, value in optional.items() if value is not None},
    }


def _bill(session: Session, speakers: tuple[Billed, ...], people: dict[str, int]) -> bool:
    """Put the named people on the session, keeping the roles editors gave them; whether that changed it."""
    before = {
        key: child
        for child in session.speakers.raw_data
        if child["type"] == "speaker" and (key := chosen_key(child["value"].get("person")))
    }
    stream = []
    for billed in speakers:
        key = people[billed.name]
        old = before.get(key, {"id": str(uuid4()), "value": {}})
        role = billed.role or old["value"].get("role", "speaker")
        stream.append({"type": "speaker", "id": old.get("id"), "value": {"person": key, "role": role}})
    wanted = [(child["value"]["person"], child["value"]["role"]) for child in stream]
    if wanted == [(key, child["value"].get("role", "speaker")) for key, child in before.items()]:
        return False
    session.speakers = json.dumps(stream)  # type: ignore[assignment]
    return True


def _instant(moment: datetime | None, page: Any) -> datetime | None:
    if moment is None or moment.tzinfo:
        return moment
    return at(moment.date(), moment.time(), page.zone)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
