"""Instants from days, clock times and zones."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from django.core.exceptions import ValidationError

from wagtail_gulf_summit.events.times import Span, at, is_repeated, is_skipped, span_between, validate_zone, zone_of

from .factories import DUBAI, LONDON

UTC = timezone.utc


def test_whole_days_run_from_midnight_to_midnight_at_the_venue():
    span = span_between(date(2014, 9, 17), date(2014, 9, 18), None, None, DUBAI)
    assert span == Span(datetime(2014, 9, 16, 20, tzinfo=UTC), datetime(2014, 9, 18, 20, tzinfo=UTC), all_day=True)
    assert (span.first_day, span.last_day) == (date(2014, 9, 17), date(2014, 9, 18))


def test_a_summit_over_the_night_the_clocks_go_back_is_an_hour_longer():
    span = span_between(date(2026, 10, 24), date(2026, 10, 25), time(9), time(17), LONDON)
    assert span.start.astimezone(UTC) == datetime(2026, 10, 24, 8, tzinfo=UTC)
    assert span.end.astimezone(UTC) == datetime(2026, 10, 25, 17, tzinfo=UTC)
    assert span.end.astimezone(UTC) - span.start.astimezone(UTC) == timedelta(hours=33)


def test_a_summit_over_the_night_the_clocks_go_forward_is_an_hour_shorter():
    span = span_between(date(2026, 3, 28), date(2026, 3, 29), None, None, LONDON)
    assert span.end.astimezone(UTC) - span.start.astimezone(UTC) == timedelta(hours=47)


def test_without_an_end_time_the_summit_is_over_at_the_midnight_after_its_last_day():
    span = span_between(date(2014, 9, 17), None, time(9), None, DUBAI)
    assert span == Span(datetime(2014, 9, 17, 5, tzinfo=UTC), datetime(2014, 9, 17, 20, tzinfo=UTC), end_given=False)


def test_without_a_day_there_is_no_span():
    assert span_between(None, None, None, None, DUBAI) is None


def test_a_time_that_comes_twice_means_the_first():
    assert at(date(2026, 10, 25), time(1, 30), LONDON).astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_that_is_skipped_moves_on_by_the_hour():
    assert is_skipped(date(2026, 3, 29), time(1, 30), LONDON)
    assert at(date(2026, 3, 29), time(1, 30), LONDON).time() == time(2, 30)


@pytest.mark.parametrize(
    ("moment", "repeated"),
    [
        (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON), True),
        (datetime(2026, 10, 25, 2, 30, tzinfo=LONDON), False),
        (datetime(2026, 3, 29, 1, 30, tzinfo=LONDON), False),
    ],
)
def test_only_the_hour_before_the_clocks_go_back_comes_twice(moment, repeated):
    assert is_repeated(moment) is repeated


def test_an_unknown_zone_is_refused_and_shown_as_utc():
    with pytest.raises(ValidationError, match="Mars/Olympus"):
        validate_zone("Mars/Olympus")
    assert zone_of("Mars/Olympus").key == "UTC"
