"""Dates, numbers and direction in templates: ``{% load gulf_summit_arabic %}``.

Each filter takes a language code; without one it uses the active language. An
empty value prints nothing.
"""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wagtail_gulf_summit.arabic import bidi, dates, highlight, numerals, quotation

register = template.Library()


@register.filter
def display_date(value: date | None, language: str = "") -> str:
    """``17 سبتمبر 2014``; a moment is taken to the current time zone."""
    return dates.format_date(_local(value), _language(language)) if value else ""


@register.filter
def display_time(value: time | datetime | None, language: str = "") -> str:
    """``9:30 ص``; a moment is taken to the current time zone."""
    return "" if value is None else dates.format_time(_local(value), _language(language))


@register.filter
def display_datetime(value: datetime | None, language: str = "") -> str:
    """``17 سبتمبر 2014، 9:30 ص``, in the current time zone."""
    return dates.format_datetime(_local(value), _language(language)) if value else ""


@register.simple_tag
def display_date_range(start: date, end: date | None = None, language: str = "") -> str:
    """``{% display_date_range summit.start_date summit.end_date "ar" %}``: ``17 و18 سبتمبر 2014``."""
    return dates.format_date_range(_local(start), _local(end), _language(language)) if start else ""


@register.filter
def hijri_date(value: date | None, language: str = "") -> str:
    """``22 ذو القعدة 1435``; needs the ``hijri`` extra."""
    return dates.format_hijri_date(_local(value), _language(language)) if value else ""


@register.filter
def display_number(value: numerals.Number | None, language: str = "") -> str:
    """``82,000,000``, with the digits of the language."""
    return "" if value is None or value == "" else numerals.format_number(value, _language(language))


@register.filter
def display_percent(value: numerals.Number | None, language: str = "") -> str:
    """``74%`` for 74."""
    return "" if value is None or value == "" else numerals.format_percent(value, _language(language))


@register.filter
def direction(language: Any) -> str:
    """``rtl`` or ``ltr`` of a language code or of a Wagtail locale, for a ``dir`` attribute."""
    return bidi.direction(getattr(language, "language_code", language))


@register.filter(is_safe=True)
def bdi(text: Any, text_direction: str = "auto") -> SafeString | str:
    """Text set apart from the direction around it: names in mixed lines, ``{{ phone|bdi:"ltr" }}``."""
    if text is None or text == "":
        return ""
    return format_html('<bdi dir="{}">{}</bdi>', text_direction, conditional_escape(text))


@register.filter(is_safe=True)
def quoted(text: Any, language: str = "") -> str:
    """Text between the quotation marks of the language: ``“…”``."""
    opening, closing = quotation.quotation_marks(_language(language))
    return format_html("{}{}{}", opening, conditional_escape(text), closing)


@register.filter
def highlighted(text: str, query: str) -> SafeString:
    """Plain text, the words that a search for ``query`` finds inside ``<mark>``."""
    return highlight.highlight(text or "", query or "")


def _language(language: str) -> str:
    return language or get_language() or "ar"


def _local(value: Any) -> Any:
    aware = isinstance(value, datetime) and timezone.is_aware(value)
    return timezone.localtime(value) if aware else value
