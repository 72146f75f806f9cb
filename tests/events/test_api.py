"""Summits and sessions in the newsroom API: by time, place, topic, series and person."""

from datetime import date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from tests.articles.factories import TopicFactory

from .factories import PersonFactory, SummitSeriesPageFactory, dubai, home, session, summit

pytestmark = pytest.mark.django_db

SUMMITS = "/api/newsroom/summits/"
SESSIONS = "/api/newsroom/sessions/"
TODAY = date.today()


def found(client, path=SUMMITS, **query):
    response = client.get(path, query)
    assert response.status_code == 200, response.content.decode()
    return [item["title"] for item in response.json()["items"]]


@pytest.fixture
def calendar(db):
    """Two summits that are over, one that is on, two that are ahead, one without a day."""
    day = timedelta(days=1)
    summit(title="2013", start_date=date(2013, 9, 17), end_date=date(2013, 9, 18))
    summit(title="2014")
    summit(title="On", start_date=TODAY - day, end_date=TODAY + 2 * day)
    summit(title="Next", start_date=TODAY + 9 * day, end_date=None)
    summit(title="Later", start_date=TODAY + 99 * day, end_date=None)
    summit(title="Sometime", start_date=None, end_date=None, date_text="خريف 2040")


@pytest.mark.parametrize(
    ("state", "titles"), [("upcoming", ["Next", "Later"]), ("running", ["On"]), ("past", ["2014", "2013"])]
)
def test_summits_are_found_by_where_the_day_of_the_request_stands(client, calendar, state, titles):
    assert found(client, state=state) == titles


def test_the_next_summits_come_page_by_page_in_the_order_in_which_they_begin(client, calendar):
    first = client.get(SUMMITS, {"state": "upcoming", "limit": 1, "count": "true"}).json()
    assert ([item["title"] for item in first["items"]], first["count"]) == (["Next"], 2)
    second = client.get(SUMMITS, {"state": "upcoming", "limit": 1, "cursor": first["next"]}).json()
    assert ([item["title"] for item in second["items"]], second["next"]) == (["Later"], None)


def test_without_a_state_the_latest_come_first(client, calendar):
    # A summit without a day stands where it was published, which is today.
    assert found(client) == ["Later", "Next", "Sometime", "On", "2014", "2013"]
    assert found(client, start__gte="2014-09-17", start__lt="2014-09-18") == ["2014"]


def test_an_unknown_state_is_refused_with_those_that_there_are(client, db):
    response = client.get(SUMMITS, {"state": "someday"}, HTTP_ACCEPT_LANGUAGE="en")
    assert response.status_code == 400
    assert response.json()["errors"] == [{"field": "state", "message": "Enter one of: upcoming, running, past."}]
    assert client.get(SUMMITS, {"city": " "}).status_code == 400


def test_summits_are_found_by_city_in_any_spelling(client):
    summit(title="A", city="أبوظبي")
    summit(title="B", city="دبي")
    assert found(client, city="ابو‌ظبي") == ["A"]
    assert found(client, city=" دبي ") == ["B"]
    assert found(client, city="الرياض") == []


def test_summits_and_their_sessions_are_found_by_topic_series_and_person(client):
    topic, salem, quiet = (
        TopicFactory(name="الحكومة الذكية"),
        PersonFactory(name="فادي سالم"),
        PersonFactory(live=False),
    )
    series = SummitSeriesPageFactory(
        parent=home(), title="قمة الحكومات", locale=Locale.objects.get(language_code="ar")
    )
    summit(
        title="One",
        parent=series,
        city="دبي",
        locale=series.locale,
        topics=[("topic", topic)],
        sessions=[
            session("Mine", dubai(17, 9), speakers=[(salem, "host")]),
            session("Other", dubai(17, 11), speakers=[(quiet, "speaker")]),
        ],
    )
    summit(title="Two", sessions=[session("Elsewhere", dubai(18, 9))])
    for query in ({"topic": topic.pk}, {"topic": topic.slug}, {"series": series.pk}, {"city": "دبي"}):
        assert (found(client, **query), found(client, SESSIONS, **query)) == (["One"], ["Mine", "Other"]), query
    assert (found(client, person=salem.pk), found(client, SESSIONS, person=salem.pk)) == (["One"], ["Mine"])
    assert (found(client, person=quiet.pk), found(client, SESSIONS, person=quiet.pk)) == ([], [])
    assert client.get(SUMMITS, {"topic": topic.pk}).json()["items"][0]["topics"] == [
        {"id": topic.pk, "name": "الحكومة الذكية", "slug": topic.slug}
    ]


def test_sessions_are_found_by_where_the_moment_of_the_request_stands(client):
    now = datetime.now(timezone.utc).replace(microsecond=0)
    hour = timedelta(hours=1)
    summit(
        start_date=None,
        end_date=None,
        sessions=[
            session("Over", now - 3 * hour, now - hour),
            session("Begun", now - hour),
            session("On", now - hour, now + hour),
            session("Ahead", now + hour, now + 2 * hour),
            session("Sometime"),
        ],
    )
    assert found(client, SESSIONS, state="past") == ["Over", "Begun"]
    assert found(client, SESSIONS, state="running") == ["On"]
    assert found(client, SESSIONS, state="upcoming") == ["Ahead"]
    assert found(client, SESSIONS) == ["Over", "Begun", "On", "Ahead", "Sometime"]


def queries_of(client, path, **query):
    client.get(path, query)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path, query).status_code == 200
    return len(captured)


def test_lists_take_as_many_queries_for_many_sessions_as_for_few(client):
    people = [PersonFactory() for _number in range(8)]
    few = summit(sessions=[session(f"S{n}", dubai(17, 9), speakers=[(people[n], "speaker")]) for n in range(2)])
    asked = [(SUMMITS, {"state": "past"}), (SESSIONS, {"state": "past"}), (f"{SUMMITS}{few.pk}/sessions/", {})]
    before = [queries_of(client, path, **query) for path, query in asked]
    summit(sessions=[session(f"T{n}", dubai(17, 9), speakers=[(people[n % 8], "host")]) for n in range(40)])
    assert [queries_of(client, path, **query) for path, query in asked] == before
