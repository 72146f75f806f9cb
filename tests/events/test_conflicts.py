"""What cannot be right in a schedule."""

from datetime import date

import pytest
from django.utils import translation

from wagtail_gulf_summit.events.conflicts import conflicts
from wagtail_gulf_summit.events.times import span_between

from .factories import DUBAI, dubai, slot

SPAN = span_between(date(2014, 9, 17), date(2014, 9, 18), None, None, DUBAI)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def messages(*slots, span=SPAN):
    return [conflict.message for conflict in conflicts(slots, span, DUBAI)]


def test_a_session_outside_the_summit_is_named():
    assert messages(slot("Opening", dubai(19, 9), dubai(19, 10))) == [
        "Opening (19 September 2014, 09:00) is outside the summit, "
        "which is held from 17 September 2014 to 18 September 2014."
    ]


def test_a_session_that_ends_after_the_summit_is_outside_it():
    span = span_between(date(2014, 9, 17), date(2014, 9, 17), dubai(17, 9).time(), dubai(17, 17).time(), DUBAI)
    found = conflicts([slot("Party", dubai(17, 16), dubai(17, 18))], span, DUBAI)
    assert [conflict.kind for conflict in found] == ["outside"]


def test_a_session_whose_day_only_is_known_can_be_outside():
    assert [conflict.kind for conflict in conflicts([slot("Later", day=date(2014, 9, 20))], SPAN, DUBAI)] == [
        "outside"
    ]


def test_a_room_booked_twice_is_named_with_both_sessions():
    assert messages(
        slot("First", dubai(17, 9), dubai(17, 10), room="Hall A"),
        slot("Second", dubai(17, 9, 30), dubai(17, 11), room=" hall  a"),
    ) == [
        "The room Hall A is booked twice at one time: "
        "First (17 September 2014, 09:00) and Second (17 September 2014, 09:30)."
    ]


def test_a_speaker_in_two_places_is_named_with_both_sessions():
    assert messages(
        slot("First", dubai(17, 9), dubai(17, 10), room="A", speakers=["Fadi Salem"]),
        slot("Second", dubai(17, 9, 30), dubai(17, 11), room="B", speakers=["Fadi Salem", "Elizabeth Linder"]),
    ) == [
        "Fadi Salem is in two sessions at one time: "
        "First (17 September 2014, 09:00) and Second (17 September 2014, 09:30)."
    ]


def test_a_long_session_clashes_with_each_one_inside_it():
    found = conflicts(
        [
            slot("Long", dubai(17, 9), dubai(17, 12), room="A"),
            slot("Early", dubai(17, 9, 30), dubai(17, 10), room="A"),
            slot("Late", dubai(17, 11), dubai(17, 11, 30), room="A"),
        ],
        SPAN,
        DUBAI,
    )
    assert [[slot.session.title for slot in one.slots] for one in found] == [["Long", "Early"], ["Long", "Late"]]


def test_sessions_one_after_the_other_do_not_clash():
    assert (
        messages(
            slot("First", dubai(17, 9), dubai(17, 10), room="A", speakers=["Salem"]),
            slot("Second", dubai(17, 10), dubai(17, 11), room="A", speakers=["Salem"]),
            slot("Nowhere", dubai(17, 9), dubai(17, 10)),
            slot("Sometime"),
        )
        == []
    )


def test_two_sessions_without_an_end_clash_if_they_start_together():
    found = conflicts(
        [
            slot("First", dubai(17, 9), room="A"),
            slot("Second", dubai(17, 9), room="A"),
            slot("C", dubai(17, 10), room="A"),
        ],
        SPAN,
        DUBAI,
    )
    assert [[slot.session.title for slot in one.slots] for one in found] == [["First", "Second"]]


def test_a_session_that_ends_before_it_begins_is_told():
    assert messages(slot("Odd", dubai(17, 10), dubai(17, 9))) == [
        "Odd (17 September 2014, 10:00) ends before it begins."
    ]
    assert messages(slot("Endless", None, dubai(17, 9))) == ["Endless has an end but no start."]


def test_a_summit_without_a_day_has_no_outside():
    assert messages(slot("First", dubai(17, 9), dubai(17, 10)), span=None) == []
