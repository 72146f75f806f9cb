"""Dates and times as a Gulf newspaper, or a British one, prints them.

The months come from Babel: ``سبتمبر`` in the Gulf, ``أيلول`` in Lebanon, Syria,
Iraq, Jordan and Palestine, by the region of the language code or of
``GULF_SUMMIT_ARABIC_REGION``.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date as babel_date
from babel.dates import format_interval
from babel.dates import format_time as babel_time
from django.core.exceptions import ImproperlyConfigured

from wagtail_gulf_summit.conf import conf

from .locales import babel_locale, primary_subtag
from .numerals import localise_digits

NEWSPAPER = "d MMMM y"
NEWSPAPER_LANGUAGES = frozenset({"ar", "en"})


def format_date(value: date, language: str) -> str:
    """One day: ``17 سبتمبر 2014``, ``17 September 2014``."""
    return _digits(_format(value, _long_pattern(language), language), language)


def format_date_range(start: date, end: date | None, language: str) -> str:
    """From one day to another, naming month and year once where both days share them.

    Two days in a row read ``17 و18 سبتمبر 2014``, more ``من 17 إلى 20 سبتمبر 2014``;
    in English ``17–18 September 2014``. No end, or an end before the start, is one day.
    """
    start = _day(start)
    end = start if end is None else _day(end)
    if end <= start:
        return format_date(start, language)
    if primary_subtag(language) not in NEWSPAPER_LANGUAGES:
        return str(format_interval(start, end, "yMMMMd", locale=babel_locale(language)))
    first = _format(start, _pattern_of_first(start, end), language)
    last = _format(end, NEWSPAPER, language)
    return _digits(_join(first, last, start, end, language), language)


def format_time(value: time | datetime, language: str, zone: str | tzinfo | None = None) -> str:
    """The hour and minutes: ``9:30 ص``, ``09:30``. A datetime is first taken to ``zone``, if given."""
    if isinstance(value, datetime):
        value = in_zone(value, zone).time()
    return _digits(babel_time(value, "short", locale=babel_locale(language)).replace("\u202f", "\u00a0"), language)


def format_datetime(value: datetime, language: str, zone: str | tzinfo | None = None) -> str:
    """Day and time: ``17 سبتمبر 2014، 9:30 ص``, ``17 September 2014, 09:30``.

    ``zone`` is an IANA name or a ``tzinfo``; without it the value's own clock is printed.
    """
    value = in_zone(value, zone)
    return f"{format_date(value, language)}{_comma(language)}{format_time(value, language)}"


def moment_writer(language: str, zone: tzinfo) -> Callable[[datetime], str]:
    """``format_datetime`` for aware moments of which there are many: each is put together from what others left.

    >>> moment_writer("en", ZoneInfo("Asia/Dubai"))(datetime(2014, 9, 17, 5, 30, tzinfo=ZoneInfo("UTC")))
    '17 September 2014, 09:30'
    """
    return _moment_writer(language, zone, conf.GULF_SUMMIT_ARABIC_REGION, conf.GULF_SUMMIT_ARABIC_DIGITS)


@lru_cache(maxsize=32)
def _moment_writer(language: str, zone: tzinfo, _region: str, _digits: str) -> Callable[[datetime], str]:
    comma = _comma(language)

    @lru_cache(maxsize=4096)
    def day(ordinal: int) -> str:
        return format_date(date.fromordinal(ordinal), language) + comma

    @lru_cache(maxsize=1440)
    def clock(hour: int, minute: int) -> str:
        return format_time(time(hour, minute), language)

    def write(value: datetime) -> str:
        value = value.astimezone(zone)
        return day(value.toordinal()) + clock(value.hour, value.minute)

    return write


def format_hijri_date(value: date, language: str) -> str:
    """The day in the Umm al-Qura calendar: ``22 ذو القعدة 1435``.

    Needs the ``hijri`` extra; raises ``ImproperlyConfigured`` without it, and
    ``OverflowError`` for a day outside the calendar (1924 to 2077).
    """
    try:
        from hijridate import Gregorian
    except ImportError as error:
        raise ImproperlyConfigured("Hijri dates need: pip install wagtail-gulf-summit[hijri]") from error
    day = _day(value)
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    month = hijri.month_name("ar" if primary_subtag(language) == "ar" else "en")
    return _digits(f"{hijri.day} {month} {hijri.year}", language)


def in_zone(value: datetime, zone: str | tzinfo | None) -> datetime:
    """``value`` by the clock of ``zone``; a naive value, or no zone, stays as it is."""
    if zone is None or value.tzinfo is None:
        return value
    return value.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)


def _comma(language: str) -> str:
    return "، " if primary_subtag(language) == "ar" else ", "


def _join(first: str, last: str, start: date, end: date, language: str) -> str:
    same_month = (start.year, start.month) == (end.year, end.month)
    if primary_subtag(language) == "ar":
        return f"{first} و{last}" if end - start == timedelta(days=1) else f"من {first} إلى {last}"
    return f"{first}–{last}" if same_month else f"{first} – {last}"


def _pattern_of_first(start: date, end: date) -> str:
    if start.year != end.year:
        return NEWSPAPER
    return "d MMMM" if start.month != end.month else "d"


def _long_pattern(language: str) -> str:
    return NEWSPAPER if primary_subtag(language) in NEWSPAPER_LANGUAGES else "long"


def _format(value: date, pattern: str, language: str) -> str:
    return babel_date(_day(value), pattern, locale=babel_locale(language))


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _digits(text: str, language: str) -> str:
    return localise_digits(text, language)
