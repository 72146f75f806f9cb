"""The pages of a summit and of a series, as a reader gets them."""

import pytest

from .factories import PersonFactory, dubai, session, summit

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
