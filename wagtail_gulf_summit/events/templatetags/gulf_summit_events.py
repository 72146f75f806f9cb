"""Tags of a summit's templates: ``{% load gulf_summit_events %}``."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import format_date, format_time
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.events import programme, series, summary
from wagtail_gulf_summit.events.addresses import calendar_path, subscription
from wagtail_gulf_summit.events.coverage import coverage_of
from wagtail_gulf_summit.events.loading import slots_of

register = template.Library()
ORDERS = ("time", "track", "room")


@register.simple_tag(takes_context=True)
def summit_programme(context: dict[str, Any], page: Any) -> programme.Programme:
    """The programme of ``page``; ``?by=track`` and ``?by=room`` in the address order each day so."""
    return programme.programme(page, slots_of(page), _language(page), programme_order(context), timezone.now())


@register.simple_tag(takes_context=True)
def programme_order(context: dict[str, Any]) -> Any:
    """How the reader asked to have the programme ordered: ``time``, ``track`` or ``room``."""
    request = context.get("request")
    asked = request.GET.get("by") if request else None
    return asked if asked in ORDERS else "time"


@register.simple_tag
def summit_speakers(page: Any) -> list[tuple[programme.Speaker, list[programme.Item]]]:
    """Everybody who appears in the summit, with their sessions."""
    return programme.speakers(page, slots_of(page), _language(page))


@register.simple_tag
def summit_when(page: Any) -> summary.When:
    """When the summit is held, in the language of the page."""
    return summary.summit_when(page, _language(page))


@register.simple_tag
def summit_earlier_dates(page: Any) -> list[str]:
    """The dates the summit was to be held on before it was moved."""
    return summary.earlier_dates(page, _language(page))


@register.simple_tag
def summit_place(page: Any) -> str:
    """The place on one line; that it is online, for a summit without one."""
    return summary.location_text(page, _language(page))


@register.simple_tag
def summit_organisers(page: Any) -> list[Any]:
    """The published organisations that hold the summit."""
    return summary.organisers(page)


@register.simple_tag
def summit_series_name(page: Any) -> str:
    return summary.series_name(page)


@register.simple_tag
def series_editions(page: Any) -> series.Editions:
    """The next edition of a series, and all others."""
    return series.editions(page, timezone.now())


@register.simple_tag
def summit_coverage(page: Any) -> list[Any]:
    """The published stories that cover the summit, newest first."""
    return coverage_of(page)


@register.simple_tag
def calendar_file(kind: Any, key: int) -> str:
    """The path of the calendar of a summit, session, series or section with that number; empty if not served."""
    return calendar_path(kind, key)


@register.simple_tag(takes_context=True)
def webcal(context: dict[str, Any], kind: Any, page: Any) -> str:
    """The ``webcal:`` address by which calendar programs subscribe to a page's calendar; empty if not served."""
    return subscription(calendar_path(kind, page.pk), page, context.get("request"))


@register.simple_tag
def content_language_of(page: Any) -> dict[str, str]:
    """``code`` and ``dir`` of the language a page is written in, for its words inside the admin."""
    return {"code": _language(page), "dir": direction(_language(page))}


@register.filter
def day_in_words(moment: datetime, language: str) -> str:
    """The day of an aware moment, by the clock of the site."""
    return format_date(timezone.localtime(moment), language)


@register.filter
def clock(moment: datetime, language: str) -> str:
    """The hour and minutes of an aware moment, by its own clock."""
    return format_time(moment, language)


@register.simple_tag
def digits_of_language(language: str) -> str:
    """The numbering system for JavaScript's ``Intl``, as the site prints digits in that language."""
    indic = language.startswith("ar") and conf.GULF_SUMMIT_ARABIC_DIGITS == "arabic-indic"
    return "arab" if indic else "latn"


def _language(page: Any) -> str:
    return str(page.locale.language_code)
