"""A schedule file into a summit page, in one transaction or as a dry run."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..calendar import uid
from ..conflicts import conflicts
from ..loading import slots_of
from . import icalendar_file, schedule_json
from .entries import Schedule, UnreadableScheduleError
from .merge import Merge, merge
from .people import create_people, known_people, names_in


@dataclass
class Report:
    """What an import did, or would do."""

    merge: Merge
    people_created: list[str] = field(default_factory=list)
    left_out: tuple[str, ...] = ()
    conflicts: list[str] = field(default_factory=list)


def read_file(path: Path) -> Schedule:
    """A ``.json`` or an ``.ics`` file; raises ``UnreadableScheduleError``."""
    data = path.read_bytes()
    if data.lstrip().startswith(b"BEGIN:VCALENDAR"):
        return icalendar_file.read(data)
    try:
        return schedule_json.read(json.loads(data))
    except ValueError as error:
        if isinstance(error, UnreadableScheduleError):
            raise
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
        report = Report(done, created, schedule.left_out, [conflict.message for conflict in found])
        if dry_run:
            transaction.set_rollback(True)
        elif done.changes_anything:
            revision = page.save_revision(user=user, log_action=True)
            if publish:
                revision.publish(user=user)
        return report


def _is_the_summit(page: Any, identifier: str) -> bool:
    """Our own calendars hold the summit itself beside its sessions."""
    return identifier == uid(page.translation_key, page.locale.language_code)
