"""iCalendar as calendar programs get it, read by a library that did not write it."""

from datetime import date, datetime, timedelta, timezone

import pytest
import vobject
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext
from wagtail.models import Locale, Page, PageViewRestriction, Site

from wagtail_gulf_summit.events.calendar import summit_ics
from wagtail_gulf_summit.pages.models import SectionPage, SummitPage

from .factories import PersonFactory, SummitSeriesPageFactory, dubai, home, london_summit, session, summit

pytestmark = pytest.mark.django_db

UTC = timezone.utc
NEWSROOM = "/api/newsroom/"


def ics(client, path, status=200, **headers):
    response = client.get(NEWSROOM + path, **headers)
    assert response.status_code == status, response.content.decode()
    return response


def events(content: bytes) -> list:
    calendar = vobject.readOne(content.decode("utf-8"))
    return list(getattr(calendar, "vevent_list", []))


def facts(event) -> tuple:
    return event.uid.value, int(event.sequence.value), event.last_modified.value


def moments(content: bytes) -> list[tuple]:
    """Summary, start and end in UTC as an independent reader takes them, by the zones that the file brings."""
    return [
        (event.summary.value, event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC))
        for event in events(content)
    ]


def published(page):
    page.save_revision().publish()
    return SummitPage.objects.get(pk=page.pk)


def test_the_file_of_a_summit_holds_its_days_and_its_sessions(client):
    salem = PersonFactory(name="فادي سالم")
    page = summit(
        title="قمة حكومات الإعلام الاجتماعي",
        city="دبي",
        venue_name="فندق سوفيتيل داون تاون",
        sessions=[session("الأولى", dubai(17, 9), dubai(17, 10), room="القاعة أ", speakers=[(salem, "speaker")])],
    )
    whole, first = events(ics(client, f"summits/{page.pk}.ics").content)
    assert (whole.summary.value, whole.dtstart.value, whole.dtend.value) == (
        "قمة حكومات الإعلام الاجتماعي",
        date(2014, 9, 17),
        date(2014, 9, 19),
    )
    assert whole.location.value == "فندق سوفيتيل داون تاون، دبي"
    assert (first.dtstart.value.astimezone(UTC), first.dtend.value.astimezone(UTC)) == (
        datetime(2014, 9, 17, 5, tzinfo=UTC),
        datetime(2014, 9, 17, 6, tzinfo=UTC),
    )
    assert first.location.value == "القاعة أ، فندق سوفيتيل داون تاون، دبي"
    assert first.related_to.value == whole.uid.value
    assert first.url.value == f"{page.full_url}#{page.summit_sessions.get().anchor}"


def test_one_session_is_a_file_of_its_own(client):
    page = summit(sessions=[session("Opening", dubai(17, 9)), session("Panel", dubai(17, 10), dubai(17, 11))])
    panel = page.summit_sessions.get(title="Panel")
    [event] = events(ics(client, f"sessions/{panel.pk}.ics").content)
    assert (event.summary.value, event.uid.value) == ("Panel", events(summit_ics(page))[2].uid.value)
    assert ics(client, "sessions/999999.ics", 404)["Content-Type"] == "application/problem+json"


def test_a_summit_over_the_night_the_clocks_go_back_has_the_right_instants(client):
    page = london_summit()
    content = ics(client, f"summits/{page.pk}.ics").content
    assert moments(content) == [
        (page.title, datetime(2026, 10, 24, 8, tzinfo=UTC), datetime(2026, 10, 25, 17, tzinfo=UTC)),
        ("Night", datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("Morning", datetime(2026, 10, 25, 9, tzinfo=UTC), datetime(2026, 10, 25, 10, tzinfo=UTC)),
    ]
    text = content.decode()
    assert (text.count("BEGIN:VTIMEZONE"), text.count("BEGIN:DAYLIGHT"), text.count("BEGIN:STANDARD")) == (1, 1, 1)


def test_whole_days_over_a_change_of_the_clocks_stay_days(client):
    page = summit(start_date=date(2026, 3, 28), end_date=date(2026, 3, 30), timezone="Europe/London")
    content = ics(client, f"summits/{page.pk}.ics").content
    [event] = events(content)
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 3, 28), date(2026, 3, 31))
    assert b"VTIMEZONE" not in content


def test_what_has_no_time_yet_is_left_out(client):
    page = summit(
        start_date=None,
        end_date=None,
        sessions=[session("Sometime"), session("On a day", day=date(2014, 9, 18))],
    )
    [event] = events(ics(client, f"summits/{page.pk}.ics").content)
    assert (event.summary.value, event.dtstart.value, event.dtend.value) == (
        "On a day",
        date(2014, 9, 18),
        date(2014, 9, 19),
    )


def test_what_has_no_day_yet_has_no_file_of_its_own_and_calendars_stay_valid_without_events(client):
    page = summit(sessions=[session("ورشة", None)], start_date=None, end_date=None)
    answer = ics(client, f"sessions/{page.summit_sessions.get().pk}.ics", 404, HTTP_ACCEPT_LANGUAGE="en")
    assert (answer.json()["code"], answer.json()["detail"]) == (
        "not-found",
        "The time of this session is not fixed yet.",
    )
    for known in ({"HTTP_IF_NONE_MATCH": "*"}, {"HTTP_IF_MODIFIED_SINCE": "Fri, 01 Jan 2100 00:00:00 GMT"}):
        ics(client, f"sessions/{page.summit_sessions.get().pk}.ics", 404, **known)
    for path in (f"summits/{page.pk}.ics", "summits/all.ics"):
        calendar = vobject.readOne(ics(client, path).content.decode("utf-8"))
        assert [component.name for component in calendar.components()] == ["VTIMEZONE"], path


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(client):
    title = "حوكمة الخدمات الحكومية في عصر شبكات التواصل الاجتماعي 🇦🇪 " * 4
    page = summit(title=title.strip(), theme="تطوير " * 40)
    content = ics(client, f"summits/{page.pk}.ics").content
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode("utf-8") for line in lines if line.startswith(b" ")]
    assert events(content)[0].summary.value == title.strip()


def test_text_cannot_add_lines_of_its_own(client):
    evil = "A\r\nEND:VEVENT\nBEGIN:VALARM; \\, <script>\u202e"
    person = PersonFactory(name="X\nSTATUS:CANCELLED")
    page = summit(theme=evil, sessions=[session(evil, dubai(17, 9), room=evil, speakers=[(person, "speaker")])])
    content = ics(client, f"summits/{page.pk}.ics").content
    _whole, first = events(content)
    assert (content.count(b"\r\nBEGIN:VEVENT"), content.count(b"\r\nSTATUS:"), b"BEGIN:VALARM\r" in content) == (
        2,
        2,
        False,
    )
    assert "END:VEVENT" in first.summary.value


def test_uids_outlive_another_slug_another_title_and_another_publication(client):
    page = summit(sessions=[session("A", dubai(17, 9)), session("B", dubai(17, 10))])
    before = [event.uid.value for event in events(ics(client, f"summits/{page.pk}.ics").content)]
    page.slug, page.title = "renamed", "Renamed"
    page = published(page)
    assert [event.uid.value for event in events(ics(client, f"summits/{page.pk}.ics").content)] == before
    assert len(set(before)) == 3


def sequences(page):
    return {event.summary.value: int(event.sequence.value) for event in events(summit_ics(page))}


def test_only_what_changed_has_a_higher_sequence():
    page = summit(title="S", sessions=[session("A", dubai(17, 9)), session("B", dubai(17, 10))])
    assert sequences(page) == {"S": 0, "A": 0, "B": 0}
    page = published(page)
    assert sequences(page) == {"S": 0, "A": 0, "B": 0}
    page.slug = "another"
    page = published(page)
    assert sequences(page) == {"S": 0, "A": 0, "B": 0}
    [first, _second] = page.summit_sessions.all()
    first.start += timedelta(minutes=15)
    page.summit_sessions = [first, _second]
    page = published(page)
    assert sequences(page) == {"S": 0, "A": 1, "B": 0}
    page.status = "cancelled"
    page = published(page)
    assert sequences(page) == {"S": 1, "A": 2, "B": 1}


def test_a_draft_changes_no_calendar_and_an_old_revision_turns_no_sequence_back():
    page = summit(title="S")
    old = page.save_revision()
    page.theme = "Another"
    page = published(page)
    page.theme = "A draft"
    page.save_revision()
    assert sequences(SummitPage.objects.get(pk=page.pk)) == {"S": 1}
    old.publish()
    assert sequences(SummitPage.objects.get(pk=page.pk)) == {"S": 2}


def test_a_change_is_dated_and_another_publication_is_not():
    page = summit(title="S")
    page.calendar_notes[str(page.translation_key)]["changed"] = "2014-09-01T00:00:00+00:00"
    SummitPage.objects.filter(pk=page.pk).update(calendar_notes=page.calendar_notes)
    page = published(SummitPage.objects.get(pk=page.pk))
    assert facts(events(summit_ics(page))[0])[1:] == (0, datetime(2014, 9, 1, tzinfo=UTC))
    page.venue_name = "Sofitel"
    page = published(page)
    _uid, sequence, changed = facts(events(summit_ics(page))[0])
    assert (sequence, changed > datetime(2020, 1, 1, tzinfo=UTC)) == (1, True)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("scheduled", "CONFIRMED"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("moved_online", "CONFIRMED"),
        ("rescheduled", "CONFIRMED"),
    ],
)
def test_the_status_is_told_for_the_summit_and_its_sessions(status, told):
    page = summit(status=status, city="دبي", latitude="25.1", longitude="55.2", sessions=[session("A", dubai(17, 9))])
    found = events(summit_ics(page))
    assert [event.status.value for event in found] == [told, told]
    moved = status == "moved_online"
    assert [event.location.value for event in found] == ([gettext("Online")] if moved else ["دبي"]) * 2
    assert [hasattr(event, "geo") for event in found] == [not moved] * 2


@pytest.fixture
def calendars(db):
    """Addresses of calendars, and a maker of summits in all of them."""
    ar = Locale.objects.get(language_code="ar")
    section = home().add_child(instance=SectionPage(title="تكنولوجيا", slug="technology", locale=ar))
    series = SummitSeriesPageFactory(parent=section, title="قمة الحكومات", locale=ar)
    paths = ["summits/all.ics", f"summits/section/{section.pk}.ics", f"summits/series/{series.pk}.ics"]
    return paths, lambda **fields: summit(parent=Page.objects.get(pk=series.pk), locale=ar, **fields)


def names(client, path):
    return sorted(event.summary.value for event in events(ics(client, path).content))


def test_the_calendars_of_all_of_a_section_and_of_a_series_hold_what_readers_may_see(client, calendars):
    paths, make = calendars
    make(title="Shown", sessions=[session("Not in the list", dubai(17, 9))])
    draft = make(title="Draft")
    draft.unpublish()
    secret = make(title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    for path in paths:
        assert names(client, path) == ["Shown"], path
    for page in (draft, secret):
        ics(client, f"summits/{page.pk}.ics", 404)
    hidden = session("Hidden", dubai(17, 9))
    hidden.page, hidden.locale = secret, secret.locale
    hidden.save()
    ics(client, f"sessions/{hidden.pk}.ics", 404)
    assert ics(client, "sessions/").json()["items"][0]["title"] == "Not in the list"


def test_a_private_section_has_no_calendar(client, calendars):
    paths, make = calendars
    page = make(title="Shown")
    section = page.get_parent().get_parent()
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    ics(client, paths[1], 404)
    ics(client, paths[2], 404)
    assert names(client, paths[0]) == []


def test_another_site_has_its_own_calendar(client, calendars):
    paths, make = calendars
    page = make(title="Shown")
    root = Page.get_first_root_node().add_child(instance=SectionPage(title="Other", slug="other", locale=page.locale))
    Site.objects.create(hostname="other.example", port=80, root_page=root, site_name="Other")
    elsewhere = {"HTTP_HOST": "other.example"}
    assert events(ics(client, paths[0], **elsewhere).content) == []
    for path in (*paths[1:], f"summits/{page.pk}.ics"):
        ics(client, path, 404, **elsewhere)


def test_a_page_that_is_no_series_has_no_calendar_of_a_series(client, calendars):
    _paths, make = calendars
    page = make(title="Shown")
    ics(client, f"summits/series/{page.pk}.ics", 404)
    ics(client, f"summits/section/{page.pk}.ics", 404)


def test_a_calendar_that_has_not_changed_is_not_sent_again(client, calendars):
    paths, make = calendars
    page = make(title="Shown", sessions=[session("A", dubai(17, 9))])
    one = page.summit_sessions.get()
    for path in (*paths, f"summits/{page.pk}.ics", f"sessions/{one.pk}.ics"):
        first = ics(client, path)
        assert first["Content-Type"] == "text/calendar; charset=utf-8"
        again = ics(client, path, 304, HTTP_IF_NONE_MATCH=first["ETag"])
        assert (again.content, again["ETag"]) == (b"", first["ETag"])
        page.theme = f"{page.theme}!"
        page = published(page)
        assert ics(client, path, HTTP_IF_NONE_MATCH=first["ETag"])["ETag"] != first["ETag"]


def test_the_calendar_of_many_summits_takes_as_many_queries_as_that_of_few(client, calendars):
    paths, make = calendars

    def queries():
        with CaptureQueriesContext(connection) as captured:
            ics(client, paths[2])
        return len(captured)

    make()
    ics(client, paths[2])
    few = queries()
    for _number in range(4):
        make()
    ics(client, paths[2])
    assert queries() == few
