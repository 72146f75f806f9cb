"""Instants from the days, clock times and zones that editors write. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone_name
from django.utils.translation import gettext_lazy as _

MIDNIGHT = time(0, 0)


@dataclass(frozen=True)
class Span:
    """A stretch of time; ``start`` and ``end`` are aware and in the venue's zone, ``end`` exclusive.

    An ``all_day`` span runs from midnight to midnight. Where nobody said when it
    ends, ``end_given`` is false and ``end`` is the midnight after its last day.
    """

    start: datetime
    end: datetime
    all_day: bool = False
    end_given: bool = True

    @property
    def first_day(self) -> date:
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day of which the span holds at least a moment."""
        if self.end <= self.start:
            return self.start.date()
        return (self.end - timedelta(microseconds=1)).date()


@cache
def zone_names() -> frozenset[str]:
    """Every name in the IANA database; read from disk once, for that takes 30 ms."""
    return frozenset(available_timezones())


def default_zone() -> str:
    """The zone of the newsroom: Django's ``TIME_ZONE``."""
    return get_default_timezone_name()


def validate_zone(name: str) -> None:
    """Refuse a name that is not in the IANA database."""
    if name not in zone_names():
        raise ValidationError(
            _("%(name)s is not a time zone. Choose one such as Asia/Dubai."), params={"name": name}, code="zone"
        )


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name; UTC if there is none, so that an unfinished draft can still be shown."""
    return ZoneInfo(name if name in zone_names() else "UTC")


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant at which clocks in ``zone`` show that day and time.

    A time that the clocks skip in spring is moved on by the hour that is
    skipped; of a time that comes twice in autumn, the first is meant.
    """
    naive = datetime.combine(day, clock.replace(tzinfo=None))
    return naive.replace(tzinfo=zone).astimezone(timezone.utc).astimezone(zone)


def span_between(
    start_date: date | None,
    end_date: date | None,
    start_time: time | None,
    end_time: time | None,
    zone: ZoneInfo,
) -> Span | None:
    """The span of an event given as days, perhaps with clock times; ``None`` while no day is fixed."""
    if start_date is None:
        return None
    last = end_date or start_date
    close = at(last + timedelta(days=1), MIDNIGHT, zone)
    if start_time is None:
        return Span(at(start_date, MIDNIGHT, zone), close, all_day=True)
    start = at(start_date, start_time, zone)
    if end_time is None:
        return Span(start, close, end_given=False)
    return Span(start, at(last, end_time, zone))


def is_skipped(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the clocks in ``zone`` jump over that time on that day."""
    return at(day, clock, zone).replace(tzinfo=None) != datetime.combine(day, clock)


def is_repeated(moment: datetime) -> bool:
    """Whether the clock time of an aware ``moment`` comes twice on its day."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset() and not is_skipped(
        moment.date(), moment.time().replace(fold=0), ZoneInfo(str(moment.tzinfo))
    )
