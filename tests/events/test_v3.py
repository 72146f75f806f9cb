"""A summit through Wagtail's API v3: its sessions are read, and stay when something else is written."""

import json

import pytest

from tests.events.factories import dubai, session, summit
from tests.people.factories import AffiliationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def token(admin_user):
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    return {"Authorization": f"Bearer {key}"}


def test_a_summit_is_read_with_its_sessions_and_keeps_them_when_its_title_is_written(news_site, client, token):
    person = AffiliationFactory().person
    workshop = session("ورشة عمل", dubai(17, 9), dubai(17, 10), room="القاعة", speakers=[(person, "speaker")])
    page = summit(parent=news_site.front, title="قمة", slug="held", locale=news_site.ar, sessions=[workshop])
    url = f"/api/v3/pages/{page.pk}/"
    read = client.get(url, headers=token).json()
    assert [one["title"] for one in read["summit_sessions"]] == ["ورشة عمل"]

    sent = {"title": "القمة الثالثة", "meta": {"action": "publish"}}
    response = client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token)
    assert response.status_code == 200, response.content.decode()
    again = client.get(url, headers=token).json()
    assert (again["title"], again["summit_sessions"]) == ("القمة الثالثة", read["summit_sessions"])
    assert [
        one.speakers[0].value["person"].pk for one in type(page).objects.get(pk=page.pk).summit_sessions.all()
    ] == [person.pk]


@pytest.mark.parametrize("time", ["99:99", 5, ["x"]])
def test_earlier_dates_with_a_time_that_is_none_are_refused(news_site, client, token, time):
    page = summit(parent=news_site.front, title="قمة", slug="held", locale=news_site.ar)
    sent = {"previous_dates": [{"type": "dates", "value": {"start_date": "2014-03-01", "start_time": time}}]}
    client.raise_request_exception = False
    response = client.patch(
        f"/api/v3/pages/{page.pk}/", data=json.dumps(sent), content_type="application/json", headers=token
    )
    assert response.status_code == 422
    assert response.json()["errors"][0]["loc"][-4:] == ["previous_dates", 0, "dates", "start_time"]
