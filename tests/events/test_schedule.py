"""Days, tracks, rooms, and what is on now."""

from datetime import date, datetime, timezone

from wagtail_gulf_summit.events import schedule

from .factories import DUBAI, LONDON, dubai, slot

OPENING = slot("Opening", dubai(17, 9), dubai(17, 10), room="A", track="State", speakers=["Salem"])
PANEL = slot("Panel", dubai(17, 9), dubai(17, 11), room="B", track="Health", speakers=["Linder", "Salem"])
CLOSING = slot("Closing", dubai(18, 16), dubai(18, 17), room="A")
SOMETIME = slot("Sometime")
ON_DAY_TWO = slot("On day two", day=date(2014, 9, 18))
ALL = [SOMETIME, CLOSING, ON_DAY_TWO, PANEL, OPENING]


def titles(slots):
    return [slot.session.title for slot in slots]


def test_days_are_those_of_the_venue_and_the_unknown_day_is_last():
    days = schedule.by_day(ALL, DUBAI)
    assert [(plan.day, titles(plan.slots)) for plan in days] == [
        (date(2014, 9, 17), ["Panel", "Opening"]),
        (date(2014, 9, 18), ["Closing", "On day two"]),
        (None, ["Sometime"]),
    ]


def test_a_late_session_belongs_to_the_day_on_the_clocks_of_the_venue():
    late = slot("Late", datetime(2026, 10, 24, 23, 30, tzinfo=timezone.utc))
    assert schedule.by_day([late], LONDON)[0].day == date(2026, 10, 25)


def test_tracks_and_rooms_come_in_the_order_of_the_programme():
    assert schedule.tracks(ALL) == ["Health", "State"]
    assert [(name, titles(found)) for name, found in schedule.by_room([OPENING, CLOSING, SOMETIME])] == [
        ("A", ["Opening", "Closing"]),
        ("", ["Sometime"]),
    ]


def test_each_speaker_comes_once_with_all_sessions():
    found = schedule.by_speaker([OPENING, PANEL])
    assert [(person.name, [slot.session.title for slot, _role in sessions]) for person, sessions in found] == [
        ("Salem", ["Opening", "Panel"]),
        ("Linder", ["Panel"]),
    ]


def test_now_and_next_at_a_moment():
    now, following = schedule.now_and_next(ALL, dubai(17, 10))
    assert (titles(now), titles(following)) == (["Panel"], ["Closing"])
    now, following = schedule.now_and_next(ALL, dubai(17, 8))
    assert (titles(now), titles(following)) == ([], ["Panel", "Opening"])
    assert schedule.now_and_next(ALL, dubai(18, 17)) == ([], [])


def test_a_timetable_puts_rooms_side_by_side_on_common_lines():
    table = schedule.timetable([OPENING, PANEL, SOMETIME], DUBAI)
    assert table.columns == ("A", "B")
    assert [moment.hour for moment in table.times] == [9, 10, 11]
    assert [(cell.slot.session.title, cell.column, cell.first_line, cell.last_line) for cell in table.cells] == [
        ("Opening", 1, 1, 2),
        ("Panel", 2, 1, 3),
    ]


def test_a_room_that_is_booked_twice_has_a_column_for_each_booking():
    first = slot("First", dubai(17, 9), dubai(17, 10), room="A")
    second = slot("Second", dubai(17, 9, 30), dubai(17, 11), room="A")
    third = slot("Third", dubai(17, 10), dubai(17, 11), room="A")
    table = schedule.timetable([first, second, third, slot("Other", dubai(17, 10), room="B")], DUBAI)
    assert table.columns == ("A", "A", "B")
    assert [(cell.slot.session.title, cell.column) for cell in table.cells] == [
        ("First", 1),
        ("Second", 2),
        ("Third", 1),
        ("Other", 3),
    ]
