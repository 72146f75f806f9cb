"""What a summit and its sessions say about themselves in words: times, place, status. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, override

from wagtail_gulf_summit.arabic.dates import format_date, format_date_range, format_hijri_date, format_time
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.people.public import may_be_seen

from .times import Span

State = Literal["unscheduled", "upcoming", "running", "past"]


@dataclass(frozen=True)
class When:
    """Times of a summit or a session, for machines and for readers.

    ``start`` and ``end`` are aware, in the zone of the venue, ``end`` exclusive;
    both ``None`` while to be announced. ``display`` holds days and hours in words,
    ``days`` and ``hours`` its parts; ``hijri`` is empty unless the site asks for it.
    """

    timezone: str
    start: datetime | None = None
    end: datetime | None = None
    all_day: bool = False
    display: str = ""
    days: str = ""
    hours: str = ""
    hijri: str = ""


def summit_when(page: Any, language: str) -> When:
    """When a summit is held, in words of ``language``."""
    span = page.span
    if span is None:
        return When(page.timezone, display=page.date_text, days=page.date_text)
    days = format_date_range(span.first_day, span.last_day, language)
    return When(
        timezone=page.timezone,
        start=span.start,
        end=span.end if span.end_given else None,
        all_day=span.all_day,
        display=_display(span, days, language),
        days=days,
        hours=_hours(span, language),
        hijri=hijri_days(span, language),
    )


def session_when(session: Any, zone: ZoneInfo, language: str) -> When:
    """When a session is held; only ``days`` is filled where just its day is fixed."""
    day = session.day_in(zone)
    days = format_date(day, language) if day else ""
    if not session.start:
        return When(str(zone), display=days, days=days)
    start = session.start.astimezone(zone)
    end = session.end.astimezone(zone) if session.end else None
    hours = _clock_range(start, end, language)
    return When(str(zone), start, end, display=_comma(days, hours, language), days=days, hours=hours)


def state_at(span: Span | None, instant: datetime) -> State:
    """Where ``instant`` stands: before, during or after; ``unscheduled`` while no day is fixed."""
    if span is None:
        return "unscheduled"
    if instant < span.start:
        return "upcoming"
    return "running" if instant < span.end else "past"


def session_name(session: Any, language: str) -> str:
    """The title, or what kind of session it is in words of ``language``."""
    if session.title:
        return str(session.title)
    with override(language):
        return str(session.get_kind_display())


def series_name(page: Any) -> str:
    """The name of the series: as the editor wrote it, else the title of the series page above unless it is hidden."""
    if page.series_name:
        return str(page.series_name)
    parent = page.get_parent() if page.depth else None
    parent = parent.specific if parent else None
    if parent is None or not getattr(parent, "is_summit_series", False) or not may_be_seen(parent):
        return ""
    return str(parent.title)


def organisers(page: Any) -> list[Any]:
    """The published organisations that hold the summit, in the language of the page."""
    found = [shown(child.value, page.locale_id) for child in page.organisers]
    return [organisation for organisation in found if organisation is not None]


def attendance_mode(page: Any) -> str:
    """How one attends, as it now stands: what has moved online is online."""
    return "online" if page.status == page.Status.MOVED_ONLINE else str(page.attendance_mode)


def location_text(page: Any, language: str) -> str:
    """The place on one line, such as «فندق سوفيتيل داون تاون، دبي»; for an online summit, that it is online."""
    with override(language):
        online = gettext("Online")
    if attendance_mode(page) == "online":
        return online
    separator = "، " if language.startswith("ar") else ", "
    parts = [part for part in (page.venue_name, page.venue_address, page.city) if part]
    return separator.join(parts)


def announced_counts(page: Any, slots: list[Any]) -> list[dict[str, Any]]:
    """``[{kind, announced, described}]``: how many of each kind were announced, and how many are in the schedule."""
    return [
        {
            "kind": child.value["kind"],
            "announced": child.value["count"],
            "described": sum(slot.session.kind == child.value["kind"] for slot in slots),
        }
        for child in page.announced
    ]


def earlier_dates(page: Any, language: str) -> list[str]:
    """The dates a moved summit was to be held on, in words of ``language``."""
    return [
        format_date_range(child.value["start_date"], child.value["end_date"], language)
        for child in page.previous_dates
    ]


def hijri_days(span: Span, language: str) -> str:
    """The days by the Hijri calendar, where the site asks for them."""
    if not conf.GULF_SUMMIT_HIJRI_DATES:
        return ""
    first = _hijri(span.first_day, language)
    last = _hijri(span.last_day, language)
    return first if first == last else f"{first} – {last}"


def _hijri(day: date, language: str) -> str:
    try:
        return format_hijri_date(day, language)
    except OverflowError:
        return ""


def _display(span: Span, days: str, language: str) -> str:
    if span.all_day:
        return days
    if span.first_day == span.last_day or not span.end_given:
        return _comma(days, _hours(span, language), language)
    first = _comma(format_date(span.first_day, language), format_time(span.start, language), language)
    last = _comma(format_date(span.last_day, language), format_time(span.end, language), language)
    return f"{first} – {last}"


def _hours(span: Span, language: str) -> str:
    if span.all_day:
        return ""
    return _clock_range(span.start, span.end if span.end_given else None, language)


def _clock_range(start: datetime, end: datetime | None, language: str) -> str:
    first = format_time(start, language)
    return f"{first}–{format_time(end, language)}" if end else first


def _comma(first: str, second: str, language: str) -> str:
    return f"{first}{'، ' if language.startswith('ar') else ', '}{second}"
