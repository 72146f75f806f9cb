"""A schedule as read from a file, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


class UnreadableScheduleError(ValueError):
    """The file is not a schedule; ``problems`` says where and why, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Billed:
    """A speaker by name; ``role`` is a value of ``SpeakerRole``, or empty where the file has none."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class Entry:
    """One session of a file. ``uid`` is its identifier there; a field that is ``None`` is not in the file.

    ``start`` and ``end`` are aware, or naive where they mean the clocks at the venue.
    """

    uid: str
    title: str = ""
    abstract: str | None = None
    kind: str | None = None
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    room: str | None = None
    track: str | None = None
    speakers: tuple[Billed, ...] | None = None


@dataclass(frozen=True)
class Schedule:
    """All of a file; the facts of the conference are empty where the file has none."""

    entries: tuple[Entry, ...]
    title: str = ""
    start_date: date | None = None
    end_date: date | None = None
    timezone: str = ""
    left_out: tuple[str, ...] = ()
