"""Every way into the search finds the forms of a word, with no code of its own."""

import pytest
from django.urls import reverse

from tests.articles.factories import make_article
from tests.people.factories import PersonFactory
from tests.sites import build_news_site

pytestmark = pytest.mark.django_db

# Written in the headline, and typed by the reader.
PAIRS = [("الإنترنت", "انترنت"), ("الحكومات", "حكومه"), ("خبراء", "الخبير")]


@pytest.fixture
def article():
    site = build_news_site()
    make_article(site.parent(), title="قمر")
    return make_article(site.parent(), title="الإنترنت في الحكومات يجمع خبراء")


@pytest.mark.parametrize("typed", [typed for _written, typed in PAIRS])
@pytest.mark.parametrize(
    "address", ["/api/v2/pages/?search={}", pytest.param("/api/v3/pages/?search={}", marks=pytest.mark.wagtail8)]
)
def test_both_wagtail_apis(admin_client, article, address, typed):
    answer = admin_client.get(address.format(typed))
    assert answer.status_code == 200, answer.content
    assert [item["id"] for item in answer.json()["items"]] == [article.pk]


@pytest.mark.parametrize("typed", [typed for _written, typed in PAIRS])
@pytest.mark.parametrize("view", ["wagtailadmin_pages:search", "wagtailadmin_choose_page_search"])
def test_the_search_and_the_chooser_of_the_admin(admin_client, article, view, typed):
    shown = admin_client.get(reverse(view), {"q": typed}).content.decode()
    assert article.title in shown
    assert ">قمر<" not in shown.replace("\n", "").replace(" ", "")


def test_a_listing_of_snippets(admin_client):
    person = PersonFactory(name="أحمد الإماراتي")
    other = PersonFactory(name="محمد السعودي")
    url = reverse(person.snippet_viewset.get_url_name("list"))
    shown = admin_client.get(url, {"q": "احمد"}).content.decode()
    assert person.name in shown
    assert other.name not in shown
