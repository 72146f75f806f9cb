"""What a summit's dates must satisfy to be saved at all. Pure functions."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .times import is_skipped


def date_errors(page: Any) -> dict[str, str]:
    """Messages by field; empty where days and times agree with each other."""
    errors: dict[str, str] = {}
    if page.end_date and not page.start_date:
        errors["end_date"] = _("Give the first day as well.")
    elif page.start_date and page.end_date and page.end_date < page.start_date:
        errors["end_date"] = _("The summit ends before it begins. Set a later day.")
    if page.end_time and not page.start_time:
        errors["end_time"] = _("Give the start time as well.")
    if page.start_time and not page.start_date:
        errors["start_time"] = _("Give the first day as well.")
    if errors:
        return errors
    return _clock_errors(page)


def _clock_errors(page: Any) -> dict[str, str]:
    errors: dict[str, str] = {}
    span = page.span
    if span is None or span.all_day:
        return errors
    if span.end <= span.start:
        errors["end_time"] = _("The summit ends before it begins. Set a later time.")
    last = page.end_date or page.start_date
    for name, day, clock in (("start_time", page.start_date, page.start_time), ("end_time", last, page.end_time)):
        if clock and is_skipped(day, clock, page.zone):
            errors[name] = _("The clocks in %(zone)s skip this time on that day.") % {"zone": page.timezone}
    return errors
