"""A summit in words."""

from datetime import date, datetime, time, timezone

import pytest

from wagtail_gulf_summit.events import summary
from wagtail_gulf_summit.pages.models import SummitPage

from .factories import DUBAI, dubai, slot

pytestmark = pytest.mark.django_db  # to make a page is to ask for its content type


def page(**fields):
    facts = {"timezone": "Asia/Dubai", "start_date": date(2014, 9, 17), "end_date": date(2014, 9, 18)}
    return SummitPage(**{**facts, **fields})


def test_the_days_of_the_seed_are_printed_as_in_the_paper():
    assert summary.summit_when(page(), "ar").display == "17 و18 سبتمبر 2014"
    assert summary.summit_when(page(), "en").display == "17–18 September 2014"


def test_hours_stand_beside_the_day():
    when = summary.summit_when(page(end_date=None, start_time=time(9), end_time=time(17)), "en")
    assert (when.display, when.days, when.hours) == (
        "17 September 2014, 09:00–17:00",
        "17 September 2014",
        "09:00–17:00",
    )
    assert (when.start.isoformat(), when.end.isoformat()) == ("2014-09-17T09:00:00+04:00", "2014-09-17T17:00:00+04:00")


def test_hours_over_days_stand_beside_each():
    when = summary.summit_when(page(start_time=time(9), end_time=time(17)), "en")
    assert when.display == "17 September 2014, 09:00 – 18 September 2014, 17:00"


def test_months_and_years_are_crossed():
    over = page(start_date=date(2026, 12, 31), end_date=date(2027, 1, 1))
    assert summary.summit_when(over, "en").display == "31 December 2026 – 1 January 2027"


def test_a_summit_to_be_announced_says_what_is_known():
    when = summary.summit_when(page(start_date=None, end_date=None, date_text="خريف 2027"), "ar")
    assert (when.display, when.start, when.end) == ("خريف 2027", None, None)


def test_hijri_days_are_given_where_the_site_asks_for_them(settings):
    assert summary.summit_when(page(), "ar").hijri == ""
    settings.GULF_SUMMIT_HIJRI_DATES = True
    assert summary.summit_when(page(), "ar").hijri == "22 ذو القعدة 1435 – 23 ذو القعدة 1435"
    assert summary.summit_when(page(start_date=date(1900, 1, 1), end_date=None), "ar").hijri == ""


@pytest.mark.parametrize(
    ("instant", "state"),
    [
        (datetime(2014, 9, 16, 19, 59, tzinfo=timezone.utc), "upcoming"),
        (datetime(2014, 9, 16, 20, tzinfo=timezone.utc), "running"),
        (datetime(2014, 9, 18, 19, 59, tzinfo=timezone.utc), "running"),
        (datetime(2014, 9, 18, 20, tzinfo=timezone.utc), "past"),
    ],
)
def test_the_state_turns_at_midnight_of_the_venue(instant, state):
    assert summary.state_at(page().span, instant) == state


def test_without_a_day_the_state_is_unscheduled():
    assert summary.state_at(None, dubai(17, 9)) == "unscheduled"


def test_a_session_without_a_title_is_named_by_its_kind():
    session = slot("", kind="workshop").session
    assert summary.session_name(session, "en") == "Workshop"


def test_a_session_with_a_day_only_has_no_hours():
    when = summary.session_when(slot("A", day=date(2014, 9, 18)).session, DUBAI, "en")
    assert (when.display, when.hours, when.start) == ("18 September 2014", "", None)


def test_what_moved_online_is_online_wherever_it_was_to_be():
    moved = page(status="moved_online", venue_name="Sofitel", city="Dubai")
    assert summary.attendance_mode(moved) == "online"
    assert summary.location_text(moved, "en") == "Online"


def test_the_place_is_one_line_with_the_comma_of_the_language():
    assert summary.location_text(page(venue_name="فندق سوفيتيل", city="دبي"), "ar") == "فندق سوفيتيل، دبي"
    assert summary.location_text(page(venue_name="Sofitel", city="Dubai"), "en") == "Sofitel, Dubai"


def test_announced_sessions_are_counted_against_the_described_ones():
    announced = page(announced=[("sessions", {"kind": "workshop", "count": 6})])
    slots = [slot("", kind="workshop") for _number in range(4)]
    assert summary.announced_counts(announced, slots) == [{"kind": "workshop", "announced": 6, "described": 4}]
