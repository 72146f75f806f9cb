"""A summit as search engines read it, and what computing its document costs."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail_gulf_summit.api.summits import in_state
from wagtail_gulf_summit.delivery.kinds import SUMMIT, build, load_instance
from wagtail_gulf_summit.delivery.store.lists import Asked, list_documents
from wagtail_gulf_summit.delivery.store.visible import Place
from wagtail_gulf_summit.events.structured_data import summit_jsonld

from .factories import OrganisationFactory, PersonFactory, dubai, session, summit

pytestmark = pytest.mark.django_db

URL = "https://news.example/summit/"


def test_a_summit_is_a_conference_event_with_all_that_is_known():
    school, hidden = OrganisationFactory(name="كلية دبي"), OrganisationFactory(name="Secret", live=False)
    salem = PersonFactory(name="فادي سالم")
    page = summit(
        title="القمة",
        start_time=time(9),
        end_time=time(17),
        venue_name="سوفيتيل",
        city="دبي",
        country_code="AE",
        attendance_mode="mixed",
        online_url="https://live.example/",
        status="rescheduled",
        previous_dates=[("dates", {"start_date": date(2014, 5, 1), "end_date": None, "start_time": None})],
        organisers=[("organisation", school), ("organisation", hidden)],
        registration_url="https://register.example/",
        sessions=[session("الأولى", dubai(17, 9), dubai(17, 10), speakers=[(salem, "speaker")])],
    )
    place = {
        "@type": "Place",
        "name": "سوفيتيل",
        "address": {"@type": "PostalAddress", "addressLocality": "دبي", "addressCountry": "AE"},
    }
    where = [place, {"@type": "VirtualLocation", "url": "https://live.example/"}]
    shared = {
        "eventStatus": "https://schema.org/EventRescheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": where,
        "performer": [{"@type": "Person", "name": "فادي سالم"}],
    }
    assert summit_jsonld(page, URL) == {
        "@context": "https://schema.org",
        "@type": "ConferenceEvent",
        "@id": URL,
        "url": URL,
        "name": "القمة",
        "inLanguage": page.locale.language_code,
        "startDate": "2014-09-17T09:00:00+04:00",
        "endDate": "2014-09-18T17:00:00+04:00",
        "previousStartDate": "2014-05-01",
        "organizer": [{"@type": "Organization", "name": "كلية دبي"}],
        "offers": {"@type": "Offer", "url": "https://register.example/"},
        **shared,
        "subEvent": [
            {
                "@type": "Event",
                "@id": f"{URL}#{page.summit_sessions.get().anchor}",
                "name": "الأولى",
                "startDate": "2014-09-17T09:00:00+04:00",
                "endDate": "2014-09-17T10:00:00+04:00",
                **shared,
            }
        ],
    }


def test_a_summit_put_off_without_a_new_day_keeps_the_day_it_was_to_begin_on():
    earlier = [("dates", {"start_date": date(2014, 9, 17), "end_date": None, "start_time": time(9)})]
    page = summit(start_date=None, end_date=None, status="postponed", previous_dates=earlier)
    found = summit_jsonld(page, URL)
    assert (found["startDate"], found["eventStatus"]) == (
        "2014-09-17T09:00:00+04:00",
        "https://schema.org/EventPostponed",
    )


def test_what_moved_online_is_held_where_its_page_says():
    found = summit_jsonld(summit(status="moved_online", city="دبي"), URL)
    assert found["location"] == {"@type": "VirtualLocation", "url": URL}


def test_a_document_takes_as_many_queries_for_many_sessions_as_for_few():
    people = [PersonFactory() for _number in range(10)]

    def queries(count):
        sessions = [
            session(f"S{n}", dubai(17, 9), room=str(n), speakers=[(people[n % len(people)], "speaker")])
            for n in range(count)
        ]
        page = summit(sessions=sessions)
        build(load_instance(SUMMIT, page.pk))
        with CaptureQueriesContext(connection) as captured:
            document = build(load_instance(SUMMIT, page.pk)).document
        assert len(document.sessions) == count
        return len(captured)

    assert queries(4) == queries(60)


@pytest.mark.postgresql
def test_an_index_serves_the_summits_that_are_ahead():
    summit(start_date=date(2990, 1, 1), end_date=None)
    asked = in_state(Asked(SUMMIT, 20), "upcoming")
    with CaptureQueriesContext(connection) as captured:
        assert len(list_documents(asked, Place("testserver", 80)).ids) == 1
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN " + captured[0]["sql"])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert len(captured) == 1
    assert "Index Scan using gulf_summit_document_list" in plan or "Index Scan Backward" in plan
    assert "Sort" not in plan
