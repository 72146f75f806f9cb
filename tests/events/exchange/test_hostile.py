"""Files that are wrong, strange or meant to harm: told in words, and nothing half done."""

import json
from datetime import datetime, timezone

import pytest
from django.core.management import CommandError

from tests.events.factories import LONDON, session, summit
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.pages.models import SummitPage
from wagtail_gulf_summit.people.models import Person

from .files import schedule

pytestmark = pytest.mark.django_db

UTC = timezone.utc


def with_event(**fields):
    """A file of one talk with other values in some fields."""
    data = schedule(1)
    [day] = data["schedule"]["conference"]["days"]
    [[talk]] = day["rooms"].values()
    talk.update(fields)
    return json.dumps(data)


def in_days(days):
    return json.dumps({"schedule": {"conference": {"title": "T", "days": days}}})


def calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Programme", *lines, "END:VCALENDAR", ""])


def event(*lines):
    return ["BEGIN:VEVENT", *lines, "END:VEVENT"]


NO_SCHEDULE = "The file has no schedule.conference.days, so it is not a schedule.json."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "The file is neither iCalendar nor JSON: Expecting value: line 1 column 1 (char 0)"),
        ("{", "The file is neither iCalendar nor JSON: Expecting property name enclosed in double quotes"),
        ("[" * 100_000, "The file is neither iCalendar nor JSON: maximum recursion depth exceeded"),
        ("null", NO_SCHEDULE),
        ('{"schedule": []}', NO_SCHEDULE),
        ('{"schedule": {"conference": {"days": {}}}}', NO_SCHEDULE),
        ("قمة".encode("cp1256"), "The file is not written in UTF-8 (byte 0). Save it as UTF-8."),
        (in_days([None]), "days[0] has no rooms."),
        (in_days([{"rooms": {"A": "talks"}}]), 'days[0].rooms["A"] is not a list of events.'),
        (in_days([{"rooms": {"A": [7]}}]), 'days[0].rooms["A"][0] is not an event.'),
        (with_event(guid="", id=None), "has no guid."),
        (with_event(date="soon"), "has no date that can be read."),
        (with_event(date="0001-01-01T00:00:00+14:00"), "has no date that can be read."),
        (with_event(duration="99999999999999:00"), "has no duration such as 00:30."),
        ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "The calendar has no events."),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "The calendar has no events."),
    ],
)
def test_a_file_that_is_no_schedule_is_refused_with_the_reason_and_changes_nothing(run_import, content, problem):
    with pytest.raises(CommandError) as refused:
        run_import(content)
    assert problem in str(refused.value)
    assert (SummitPage.objects.count(), Person.objects.count()) == (0, 0)


def test_all_that_is_wrong_is_told_at_once(run_import):
    data = schedule(3)
    talks = [talk for day in data["schedule"]["conference"]["days"] for room in day["rooms"].values() for talk in room]
    talks[0]["guid"] = talks[1]["guid"]
    talks[2]["duration"] = "half an hour"
    with pytest.raises(CommandError) as refused:
        run_import(json.dumps(data))
    assert str(refused.value) == (
        'days[0].rooms["Hall C"][0] has no duration such as 00:30.\n'
        f"The guid {talks[1]['guid']} stands for two events."
    )


def test_a_conference_that_ends_before_it_begins_is_refused_in_words(run_import):
    data = schedule(1)
    data["schedule"]["conference"]["end"] = "2020-01-01"
    with pytest.raises(CommandError, match="ends before it begins"):
        run_import(json.dumps(data))
    assert SummitPage.objects.count() == 0


def test_texts_are_stored_without_what_cannot_be_stored_or_hides_their_order(run_import):
    run_import(
        with_event(
            title="\u202eA\x00B\ud800\nC" + "x" * 300,
            abstract="</script>\r\n\x07two",
            room=" Hall\tA ",
            persons=[{"public_name": "\u202enimda\n" + "y" * 300}, {"name": ""}, 7, None],
            type={"en": "Lecture"},
        )
    )
    [talk] = SummitPage.objects.get().get_latest_revision_as_object().summit_sessions.all()
    assert (talk.title, talk.abstract, talk.room, talk.kind) == (
        ("AB C" + "x" * 300)[:255],
        "</script>\ntwo",
        "Hall A",
        "talk",
    )
    assert [person.name for person in Person.objects.all()] == [("nimda " + "y" * 300)[:255]]


@pytest.mark.parametrize(
    "fields",
    [
        {"guid": "x" * 3000},
        {"guid": 7},
        {"persons": [{"name": "Salem"}, {"name": " Salem "}]},
        {"persons": {"name": "Salem"}},
        {"title": "t" * 400},
        {"abstract": " spaces \n"},
        {"type": None, "track": None, "title": ""},
        {"date": "2026-11-02", "start": "09:30"},
        {"end": "2026-11-02T08:00:00+04:00"},
        {"duration": "30:00"},
    ],
)
def test_a_strange_event_comes_in_once_and_stays_the_same(run_import, fields):
    run_import(with_event(**fields), publish=True)
    before = list(Session.objects.values())
    assert "0 new, 0 changed, 1 unchanged, 0 removed; 0 new people." in run_import(with_event(**fields), publish=True)
    assert list(Session.objects.values()) == before
    assert len(before) == 1


def test_clock_times_without_a_zone_are_those_of_the_venue_and_doubtful_ones_are_told(run_import):
    page = summit(timezone="Europe/London", start_date=None, end_date=None)
    out = run_import(
        calendar(
            *event("UID:1", "SUMMARY:Gap", "DTSTART:20260329T013000", "DTEND:20260329T030000"),
            *event("UID:2", "SUMMARY:Fold", "DTSTART:20261025T013000", "DTEND:20261025T030000"),
            *event("UID:3", "SUMMARY:Plain", "DTSTART:20260701T090000", "DURATION:PT45M"),
        ),
        "a.ics",
        summit=page.pk,
        publish=True,
    )
    assert list(Session.objects.order_by("start").values_list("title", "start", "end")) == [
        ("Gap", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC)),
        ("Plain", datetime(2026, 7, 1, 8, tzinfo=UTC), datetime(2026, 7, 1, 8, 45, tzinfo=UTC)),
        ("Fold", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)),
    ]
    assert "! Gap: the clocks in Europe/London skip 2026-03-29 01:30; moved on by an hour." in out
    assert "! Fold: 2026-10-25 01:30 comes twice in Europe/London; the first was taken." in out


def test_a_length_is_real_time_over_a_change_of_the_clocks(run_import):
    page = summit(timezone="Europe/London", start_date=None, end_date=None)
    run_import(with_event(date="2026-10-25T00:30:00+01:00", duration="02:00"), summit=page.pk, publish=True)
    [talk] = Session.objects.all()
    assert talk.start == datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    assert talk.end == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert talk.end.astimezone(LONDON).strftime("%H:%M") == "01:30"


def test_events_of_a_calendar_that_cannot_be_sessions_are_left_out_by_name(run_import):
    out = run_import(
        calendar(
            *event("UID:1", "SUMMARY:Fine", "DTSTART:20260701T090000Z", "DTEND:20260702", "DESCRIPTION:a"),
            *event("UID:1", "SUMMARY:Again", "DTSTART:20260701T100000Z"),
            *event("SUMMARY:Nameless", "DTSTART:20260701T090000Z"),
            *event("UID:2", "SUMMARY:Broken", "DTSTART:tomorrow"),
            *event("UID:3", "SUMMARY:Weekly", "DTSTART:20260701T090000Z", "RRULE:FREQ=WEEKLY"),
            *event("UID:4", "SUMMARY:Gone", "DTSTART:20260701T090000Z", "STATUS:CANCELLED"),
            *event("UID:5", "SUMMARY:Days", "DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"),
            *event("UID:6", "SUMMARY:Far", "DTSTART;TZID=Mars/Base:20260701T090000"),
        ),
        "a.ics",
        publish=True,
    )
    assert list(Session.objects.values_list("title", "abstract", "end")) == [("Fine", "a", None)]
    assert [line for line in out.splitlines() if line.startswith("!")] == [
        "! Again has the UID of another event of the file.",
        "! Nameless has no UID, or no start that can be read.",
        "! Broken has no UID, or no start that can be read.",
        "! Weekly is repeated by a rule, which a session cannot be.",
        "! Gone is cancelled.",
        "! Days lasts whole days, like a summit and not like a session.",
        "! Far is timed by a zone that is not known: Mars/Base.",
    ]


def test_two_identifiers_that_are_one_number_make_two_sessions(run_import):
    upper, lower = "ABCDEF00-0000-4000-8000-000000000001", "abcdef00-0000-4000-8000-000000000001"
    run_import(
        calendar(
            *event(f"UID:{upper}", "SUMMARY:A", "DTSTART:20260701T090000Z"),
            *event(f"UID:{lower}", "SUMMARY:B", "DTSTART:20260701T100000Z"),
        ),
        "a.ics",
        publish=True,
    )
    assert list(Session.objects.order_by("title").values_list("title", "external_id")) == [("A", upper), ("B", lower)]


def test_a_dry_run_tells_all_and_keeps_nothing(run_import):
    page = summit(sessions=[session("By hand")])
    out = run_import(with_event(), summit=page.pk, dry_run=True, publish=True)
    assert f"{page.title} ({page.pk}): 1 new, 0 changed, 0 unchanged, 0 removed; 1 new people." in out
    assert "A dry run: nothing was saved." in out
    assert (list(Session.objects.values_list("title", flat=True)), Person.objects.count()) == (["By hand"], 0)
    assert page.get_latest_revision().pk == page.latest_revision_id
