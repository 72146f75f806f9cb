"""The pages of a summit and of a series, as a reader gets them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from .factories import PersonFactory, SummitSeriesPageFactory, dubai, home, session, summit

pytestmark = pytest.mark.django_db


def main_of(response):
    """The page without its head, whose JSON-LD names the sessions as well."""
    return response.content.decode().partition("<main")[2]


def test_the_programme_lists_the_sessions_of_each_day_with_their_speakers(client):
    salem = PersonFactory(name="فادي سالم")
    page = summit(
        title="القمة",
        sessions=[
            session("الثانية", dubai(18, 9), dubai(18, 10)),
            session("الأولى", dubai(17, 9), dubai(17, 10), room="القاعة", speakers=[(salem, "moderator")]),
        ],
    )
    html = main_of(client.get(page.url))
    assert html.index("17 سبتمبر 2014</time></h3>") < html.index("الأولى") < html.index("الثانية")
    assert '<bdi class="session__speaker">فادي سالم</bdi>' in html


def test_a_series_lists_its_editions_but_none_past_its_expiry(client):
    series = SummitSeriesPageFactory(parent=home(), title="قمة الحكومات")
    summit(parent=series, title="الدورة الأولى")
    summit(parent=series, title="الدورة المنتهية", expire_at=timezone.now() - timedelta(minutes=1))
    html = main_of(client.get(series.url))
    assert ("الدورة الأولى" in html, "الدورة المنتهية" in html) == (True, False)


def test_a_series_that_is_hidden_gives_its_editions_no_name(client):
    series = SummitSeriesPageFactory(parent=home(), title="قمة سرية")
    edition = summit(parent=series, title="الدورة الأولى")
    assert "قمة سرية" in client.get(f"/api/newsroom/summits/{edition.pk}/").content.decode()
    series.unpublish()
    for address in (edition.url, f"/api/newsroom/summits/{edition.pk}/"):
        assert "قمة سرية" not in client.get(address).content.decode()
