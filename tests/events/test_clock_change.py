"""A summit in London over the night the clocks go back: the same instants, whoever asks and however."""

import json
import re
from datetime import datetime, timezone

import pytest
import vobject

from .factories import london_summit

pytestmark = pytest.mark.django_db

UTC = timezone.utc
#: Start and end of the summit, of a session over the hour that comes twice, and of one in the morning after it.
INSTANTS = {
    "": (datetime(2026, 10, 24, 8, tzinfo=UTC), datetime(2026, 10, 25, 17, tzinfo=UTC)),
    "Night": (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    "Morning": (datetime(2026, 10, 25, 9, tzinfo=UTC), datetime(2026, 10, 25, 10, tzinfo=UTC)),
}


@pytest.fixture
def page():
    return london_summit()


def span(one, start="start", end="end"):
    return datetime.fromisoformat(one[start]).astimezone(UTC), datetime.fromisoformat(one[end]).astimezone(UTC)


def read(client, address, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def named(sessions, name="title", **keys):
    return {one[name]: span(one, **keys) for one in sessions}


def test_the_newsroom_api(client, page):
    document = read(client, f"/api/newsroom/summits/{page.pk}/")
    assert {"": span(document), **named(document["sessions"])} == INSTANTS
    assert document["start"] == "2026-10-24T09:00:00+01:00"
    assert document["end"] == "2026-10-25T17:00:00Z"
    listed = read(client, "/api/newsroom/sessions/", summit=page.pk)["items"]
    assert {"": INSTANTS[""], **named(listed)} == INSTANTS


def test_json_ld(client, page):
    document = read(client, f"/api/newsroom/summits/{page.pk}/")
    [event] = [one for one in document["seo"]["jsonld"] if one["@type"] == "ConferenceEvent"]
    keys = {"start": "startDate", "end": "endDate"}
    assert {"": span(event, **keys), **named(event["subEvent"], "name", **keys)} == INSTANTS


def test_wagtails_stable_api(client, page):
    item = read(client, f"/api/v2/pages/{page.pk}/")
    assert {"": INSTANTS[""], **named(item["summit_sessions"])} == INSTANTS


@pytest.mark.wagtail8
def test_wagtails_new_api(client, page):
    item = read(client, f"/api/v3/pages/{page.pk}/")
    assert item["timezone"] == "Europe/London"
    assert {"": INSTANTS[""], **named(item["summit_sessions"])} == INSTANTS


def test_the_calendar(client, page):
    content = client.get(f"/api/newsroom/summits/{page.pk}.ics").content.decode()
    events = vobject.readOne(content).vevent_list
    found = [(one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC)) for one in events]
    assert found == list(INSTANTS.values())


def test_the_page(client, page):
    html = client.get(page.url).content.decode()
    shown = {
        datetime.fromisoformat(text).astimezone(UTC)
        for text in re.findall(r'<time[^>]* datetime="([^"]+T[^"]+)"', html)
    }
    assert {start for start, _end in INSTANTS.values()} - {INSTANTS[""][0]} <= shown
    assert shown <= {moment for both in INSTANTS.values() for moment in both}
    [text] = [
        one
        for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        if "Night" in one
    ]
    assert "2026-10-24T22:30" not in text and "2026-10-24T23:30:00+01:00" in text
    assert json.loads(text)
