"""The sessions of a summit written through Wagtail's API v3."""

import json
from datetime import UTC, datetime

import pytest

from tests.events.factories import dubai, session, summit
from tests.people.factories import AffiliationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


class Summit:
    """A summit in Dubai with two sessions, read and written with a token."""

    def __init__(self, client, headers, parent):
        self.client, self.headers = client, headers
        self.person = AffiliationFactory().person
        self.page = summit(
            parent=parent,
            slug="written",
            locale=parent.locale,
            sessions=[
                session("كلمة", dubai(17, 9), dubai(17, 10), room="القاعة", speakers=[(self.person, "speaker")]),
                session("ورشة", dubai(17, 11), dubai(17, 12), kind="workshop"),
            ],
        )
        self.url = f"/api/v3/pages/{self.page.pk}/"

    def read(self, query=""):
        return self.client.get(self.url + query, headers=self.headers).json()["summit_sessions"]

    def send(self, publish=True, **fields):
        sent = fields | ({"meta": {"action": "publish"}} if publish else {})
        return self.client.patch(
            self.url, data=json.dumps(sent), content_type="application/json", headers=self.headers
        )

    def refused(self, sessions):
        """Where the answer says the fault is."""
        before = self.read()
        response = self.send(summit_sessions=sessions)
        assert response.status_code == 422, response.content.decode()
        assert self.read() == before
        return [[str(part) for part in error["loc"]] for error in response.json()["errors"]]


@pytest.fixture
def held(news_site, client, admin_user):
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    return Summit(client, {"Authorization": f"Bearer {key}"}, news_site.front)


def test_a_session_left_out_of_the_list_is_removed(held):
    _first, second = held.read()
    assert held.send(summit_sessions=[second]).status_code == 200
    assert held.read() == [second]
    assert held.send(summit_sessions=[]).status_code == 200
    assert held.read() == []


def test_a_session_is_added_without_speakers(held):
    sessions = held.read()
    response = held.send(summit_sessions=[*sessions, {"title": "نقاش", "kind": "panel"}])
    assert response.status_code == 200, response.content.decode()
    *before, added = held.read()
    assert before == sessions
    assert (added["title"], added["kind"], added["speakers"]) == ("نقاش", "panel", [])


def test_what_is_left_out_of_a_session_is_emptied_as_in_any_list_of_wagtails(held):
    [first, second] = held.read()
    sent = [{"id": first["id"], "kind": "talk", "room": "ب"}, second]
    assert held.send(summit_sessions=sent).status_code == 200
    [changed, _same] = held.read()
    assert (changed["id"], changed["uid"], changed["room"]) == (first["id"], first["uid"], "ب")
    assert (changed["title"], changed["start"], changed["speakers"]) == ("", None, [])


def test_a_session_without_its_kind_is_refused(held):
    first = held.read()[0]
    assert ["summit_sessions", "0", "kind"] in held.refused([{"id": first["id"], "room": "ب"}])


def test_a_draft_with_a_new_session_is_sent_back(held):
    sessions = held.read()
    held.send(publish=False, summit_sessions=[*sessions, {"title": "جديدة", "kind": "talk"}])
    draft = held.read("?version=draft")
    assert [one["id"] for one in draft] == [*[one["id"] for one in sessions], None]
    response = held.send(summit_sessions=draft)
    assert response.status_code == 200, response.content.decode()
    assert [one["title"] for one in held.read()] == ["كلمة", "ورشة", "جديدة"]
    assert held.read()[:2] == sessions


def test_a_session_of_another_summit_is_refused(held, news_site):
    other = summit(parent=news_site.front, slug="other", locale=news_site.ar, sessions=[session("أخرى", dubai(18, 9))])
    key = other.summit_sessions.get().pk
    assert ["summit_sessions", "2", "id"] in held.refused([{"id": key, "title": "أخذت", "kind": "talk"}])
    assert other.summit_sessions.get().title == "أخرى"


@pytest.mark.parametrize("key", [987654, 10**30])
def test_a_session_that_is_not_there_is_refused(held, key):
    assert ["summit_sessions", "2", "id"] in held.refused([{"id": key, "title": "لا أحد", "kind": "talk"}])


@pytest.mark.parametrize("sent", [[None], ["x"], [{"title": "a", "kind": "talk"}, 5], [[]], {"a": 1}, "x", 5])
def test_what_is_no_list_of_sessions_is_refused(held, sent):
    assert all("summit_sessions" in place for place in held.refused(sent))


@pytest.mark.parametrize("sent", [None, 5, "x", {"speaker": 1}])
def test_speakers_that_are_no_list_are_refused(held, sent):
    places = held.refused([{"title": "a", "kind": "talk", "speakers": sent}])
    assert all("speakers" in place for place in places)


def test_a_time_without_an_offset_is_the_venues(held):
    response = held.send(summit_sessions=[{"title": "فجر", "kind": "talk", "start": "2014-09-17T09:00:00"}])
    assert response.status_code == 200, response.content.decode()
    assert held.page.summit_sessions.get().start == datetime(2014, 9, 17, 5, tzinfo=UTC)


def test_a_time_without_an_offset_is_in_the_zone_that_is_sent_with_it(held):
    sessions = [{"title": "فجر", "kind": "talk", "start": "2014-09-17T09:00:00"}]
    assert held.send(summit_sessions=sessions, timezone="Asia/Riyadh").status_code == 200
    assert held.page.summit_sessions.get().start == datetime(2014, 9, 17, 6, tzinfo=UTC)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_beyond_what_clocks_show_is_refused_and_what_is_removed_is_not_complained_of(held, moment):
    sent = [{"title": "بدء", "kind": "talk", "start": moment}]
    assert held.refused(sent) == [["summit_sessions", "2", "start"]]


@pytest.mark.parametrize("speakers", ["x", ["x"], [{"type": "speaker", "value": 5}], [{"type": "nobody"}]])
def test_speakers_that_are_no_blocks_are_refused_by_their_place(held, speakers):
    first, second = held.read()
    [at, *_others] = held.refused([first | {"speakers": speakers}, second])
    assert "speakers" in at
