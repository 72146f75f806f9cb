"""A schedule file into a summit page, in one transaction or as a dry run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..calendar import uid
from ..conflicts import conflicts
from ..loading import slots_of
from ..times import is_repeated, is_skipped
from . import icalendar_file, schedule_json
from .entries import Entry, Schedule, UnreadableScheduleError
from .merge import LIMITS, Merge, merge
from .people import create_people, known_people, names_in

#: What no programme of a summit comes near.
LARGEST_FILE = 32 * 1024 * 1024
MOST_SESSIONS = 5000


@dataclass
class Report:
    """What an import did, or would do."""

    merge: Merge
    people_created: list[str] = field(default_factory=list)
    left_out: tuple[str, ...] = ()
    doubts: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def read_file(path: Path) -> Schedule:
    """A ``.json`` or an ``.ics`` file; raises ``UnreadableScheduleError``."""
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableScheduleError([_("The file is too large to be a schedule: more than 32 MB.")])
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableScheduleError(
            [_("The file is not written in UTF-8 (byte %(place)s). Save it as UTF-8.") % {"place": error.start}]
        ) from error
    schedule = icalendar_file.read(source) if _is_calendar(source) else schedule_json.read(_from_json(source))
    if len(schedule.entries) > MOST_SESSIONS:
        count = {"count": len(schedule.entries), "most": MOST_SESSIONS}
        raise UnreadableScheduleError([_("The file has %(count)s events; a summit can hold %(most)s.") % count])
    return schedule


def _is_calendar(source: str) -> bool:
    return source.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def _from_json(source: str) -> Any:
    try:
        return json.loads(source)
    except (ValueError, RecursionError) as error:
        raise UnreadableScheduleError(
            [_("The file is neither iCalendar nor JSON: %(error)s") % {"error": error}]
        ) from error


def import_schedule(
    page: Any,
    schedule: Schedule,
    *,
    dry_run: bool = False,
    publish: bool = False,
    remove_missing: bool = False,
    user: Any = None,
) -> Report:
    """Bring a schedule into the newest draft of ``page``, and publish it if asked.

    A file that changes nothing makes no revision. Of a dry run nothing stays.
    """
    with transaction.atomic():
        page = page.get_latest_revision_as_object()
        entries = [entry for entry in schedule.entries if not _is_the_summit(page, entry.uid)]
        names = names_in(schedule)
        people = known_people(names, page.locale)
        created = [name for name in names if name not in people]
        people |= create_people(created, page.locale)
        done = merge(page, entries, people, remove_missing)
        with override(page.locale.language_code):
            found = conflicts(slots_of(page, published_only=False), page.span, page.zone)
        messages = [conflict.message for conflict in found]
        report = Report(done, created, schedule.left_out, doubts(entries, page.zone), messages)
        if dry_run:
            transaction.set_rollback(True)
        elif done.changes_anything:
            revision = page.save_revision(user=user, log_action=True)
            if publish:
                revision.publish(user=user)
        return report


def doubts(entries: Iterable[Entry], zone: ZoneInfo) -> list[str]:
    """What could not be taken as the file has it: clock times that are no single moment, texts that are too long."""
    found = []
    for entry in entries:
        name = {"name": entry.title or entry.uid, "zone": zone.key}
        for moment in (entry.start, entry.end):
            if moment is None or moment.tzinfo:
                continue
            shown = {**name, "time": f"{moment:%Y-%m-%d %H:%M}"}
            if is_skipped(moment.date(), moment.time(), zone):
                found.append(_("%(name)s: the clocks in %(zone)s skip %(time)s; moved on by an hour.") % shown)
            elif is_repeated(moment.replace(tzinfo=zone)):
                found.append(_("%(name)s: %(time)s comes twice in %(zone)s; the first was taken.") % shown)
        for field_name, limit in LIMITS.items():
            if len(getattr(entry, field_name) or "") > limit:
                found.append(_("%(name)s: cut to %(limit)s characters.") % {"name": name["name"][:60], "limit": limit})
    return found


def _is_the_summit(page: Any, identifier: str) -> bool:
    """Our own calendars hold the summit itself beside its sessions."""
    return identifier == uid(page.translation_key, page.locale.language_code)
