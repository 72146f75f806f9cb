"""An article as its templates and its API show it."""

from datetime import date

import pytest

from tests.articles.factories import make_article, paragraph, quote
from tests.people.factories import AffiliationFactory, PersonFactory
from wagtail_gulf_summit.scope import page_scope

pytestmark = pytest.mark.django_db


def body_values(page):
    """The body as an API gives it."""
    with page_scope(page):
        return [child.block.get_api_representation(child.value) for child in page.body]


def test_a_quote_names_its_speaker_with_the_role_of_the_day(news_site):
    person = PersonFactory(name="فادي سالم")
    affiliation = AffiliationFactory(person=person, role="مدير البرنامج", valid_from=date(2010, 1, 1))
    page = make_article(news_site.section, paragraph("مقدمة."), quote("نعم.", person, attribution="وقال سالم:"))

    assert body_values(page) == [
        "<p>مقدمة.</p>",
        {
            "quote": "<p>نعم.</p>",
            "person": {"id": person.pk, "name": "فادي سالم", "slug": "فادي-سالم", "photo": None},
            "role": "مدير البرنامج",
            "organisation": {"id": affiliation.organisation.pk, "name": affiliation.organisation.name},
            "attribution": "وقال سالم:",
            "continued": False,
            "role_override": "",
            "organisation_override": "",
        },
    ]


def test_a_published_article_is_read_in_both_languages(news_site, client):
    make_article(news_site.section, title="خبر", slug="news")
    make_article(news_site.section_en, title="News", slug="news")

    assert client.get("/technology/news/").status_code == 200
    assert client.get("/en/technology/news/").status_code == 200
