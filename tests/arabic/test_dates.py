from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from wagtail_gulf_summit.arabic.dates import (
    format_date,
    format_date_range,
    format_datetime,
    format_hijri_date,
    format_time,
    moment_writer,
)

DAY = date(2014, 9, 17)
MOMENT = datetime(2014, 9, 17, 5, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ar", "17 سبتمبر 2014"),
        ("ar-ae", "17 سبتمبر 2014"),
        ("ar-sa", "17 سبتمبر 2014"),
        ("ar-lb", "17 أيلول 2014"),
        ("ar-sy", "17 أيلول 2014"),
        ("ar-iq", "17 أيلول 2014"),
        ("ar-jo", "17 أيلول 2014"),
        ("ar-ps", "17 أيلول 2014"),
        ("en", "17 September 2014"),
        ("en-us", "17 September 2014"),
        ("fr", "17 septembre 2014"),
        ("unknown", "17 September 2014"),
    ],
)
def test_a_day_is_printed_as_a_newspaper_of_the_region_prints_it(language, printed):
    assert format_date(DAY, language) == printed


def test_the_region_of_plain_arabic_is_the_sites_choice(settings):
    settings.GULF_SUMMIT_ARABIC_REGION = "LB"
    assert format_date(DAY, "ar") == "17 أيلول 2014"
    assert format_date(DAY, "ar-ae") == "17 سبتمبر 2014"


def test_arabic_indic_digits_are_the_sites_choice(settings):
    settings.GULF_SUMMIT_ARABIC_DIGITS = "arabic-indic"
    assert format_date(DAY, "ar") == "١٧ سبتمبر ٢٠١٤"
    assert format_date_range(DAY, date(2014, 9, 18), "ar") == "١٧ و١٨ سبتمبر ٢٠١٤"
    assert format_date(DAY, "en") == "17 September 2014"


@pytest.mark.parametrize(
    ("start", "end", "arabic", "english"),
    [
        (DAY, date(2014, 9, 18), "17 و18 سبتمبر 2014", "17–18 September 2014"),
        (DAY, date(2014, 9, 20), "من 17 إلى 20 سبتمبر 2014", "17–20 September 2014"),
        (date(2014, 9, 30), date(2014, 10, 1), "30 سبتمبر و1 أكتوبر 2014", "30 September – 1 October 2014"),
        (DAY, date(2014, 10, 2), "من 17 سبتمبر إلى 2 أكتوبر 2014", "17 September – 2 October 2014"),
        (date(2014, 12, 31), date(2015, 1, 1), "31 ديسمبر 2014 و1 يناير 2015", "31 December 2014 – 1 January 2015"),
        (DAY, date(2015, 9, 18), "من 17 سبتمبر 2014 إلى 18 سبتمبر 2015", "17 September 2014 – 18 September 2015"),
        (DAY, DAY, "17 سبتمبر 2014", "17 September 2014"),
        (DAY, None, "17 سبتمبر 2014", "17 September 2014"),
        (DAY, date(2014, 9, 1), "17 سبتمبر 2014", "17 September 2014"),
    ],
)
def test_a_range_names_month_and_year_once_where_they_are_shared(start, end, arabic, english):
    assert format_date_range(start, end, "ar") == arabic
    assert format_date_range(start, end, "en") == english


def test_a_range_of_moments_is_one_of_days():
    late = datetime(2014, 9, 18, 1, 0, tzinfo=timezone.utc)
    assert format_date_range(MOMENT, late, "ar") == "17 و18 سبتمبر 2014"


def test_times_are_those_of_the_zone_asked_for():
    assert format_time(MOMENT, "ar", "Asia/Dubai") == "9:30 ص"
    assert format_time(time(21, 5), "ar") == "9:05 م"
    assert format_time(MOMENT, "en", "Asia/Dubai") == "09:30"
    assert format_datetime(MOMENT, "ar", "Asia/Dubai") == "17 سبتمبر 2014، 9:30 ص"
    assert format_datetime(MOMENT, "en", "Asia/Dubai") == "17 September 2014, 09:30"
    assert format_datetime(datetime(2014, 9, 17, 22, tzinfo=timezone.utc), "en", "Asia/Dubai").startswith("18 Sept")


@pytest.mark.parametrize("language", ["ar", "ar-lb", "en", "fr"])
def test_many_moments_are_written_as_each_would_be_alone(language, settings):
    zone = ZoneInfo("Europe/Berlin")
    moments = [MOMENT + timedelta(hours=7 * number, minutes=13 * number) for number in range(300)]
    for digits in ("western", "arabic-indic"):
        settings.GULF_SUMMIT_ARABIC_DIGITS = digits
        write = moment_writer(language, zone)
        assert [write(moment) for moment in moments] == [format_datetime(one, language, zone) for one in moments]


def test_hijri_days_are_those_of_umm_al_qura():
    assert format_hijri_date(DAY, "ar") == "22 ذو القعدة 1435"
    assert format_hijri_date(DAY, "en") == "22 Dhu al-Qa'dah 1435"
    with pytest.raises(OverflowError):
        format_hijri_date(date(1800, 1, 1), "ar")
