"""The rules of a time zone for one stretch of days, as iCalendar wants them.

icalendar's own generator steps over a change that is undone within 64 days,
as Morocco's is in Ramadan, so the changes are found here day by day.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

UTC = timezone.utc


def vtimezone(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """A ``VTIMEZONE`` that holds from the day before ``first`` until the day after ``last``, and no longer."""
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    until = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    component = Timezone()
    component.add("TZID", zone.key)
    opening = begin.astimezone(zone)
    component.add_component(_observance(opening, opening.utcoffset(), opening.replace(tzinfo=None)))
    for change in changes(zone, begin, until):
        before = (change - timedelta(seconds=1)).astimezone(zone).utcoffset() or timedelta()
        onset = (change + before).replace(tzinfo=None)
        component.add_component(_observance(change.astimezone(zone), before, onset))
    return component


def changes(zone: ZoneInfo, begin: datetime, until: datetime) -> list[datetime]:
    """The instants, in UTC, at which the offset of ``zone`` changes between two instants."""
    found = []
    moment = begin
    while moment < until:
        following = moment + timedelta(days=1)
        if _offset(zone, moment) != _offset(zone, following):
            found.append(_bisect(zone, moment, following))
        moment = following
    return found


def _bisect(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _observance(
    moment: datetime, offset_from: timedelta | None, onset: datetime
) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if moment.dst() else TimezoneStandard()
    part.DTSTART = onset
    part.TZOFFSETFROM = offset_from or timedelta()
    part.TZOFFSETTO = moment.utcoffset() or timedelta()
    part.add("TZNAME", moment.tzname())
    return part
