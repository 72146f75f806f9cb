"""Wagtail's API v2 gives our pages resolved, at a constant cost."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.articles.factories import make_article, paragraph, quote
from tests.people.factories import AffiliationFactory

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def listing(client, **query):
    response = client.get(PAGES, query)
    assert response.status_code == 200, response.content
    return response.json()


def test_an_article_is_resolved(client, newsroom):
    [item] = listing(client, type="gulf_summit_pages.ArticlePage", fields="*", locale="ar")["items"]
    assert "linktype" not in json.dumps(item)
    assert [block["type"] for block in item["body"]] == ["paragraph", "speaker_quote"]
    assert '<a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a>' in item["body"][0]["value"]
    assert item["body"][1]["value"]["person"]["name"] == newsroom.person.name
    assert item["body"][1]["value"]["role"] == "مدير برنامج الحوكمة"
    assert item["topics"][0]["value"]["name"] == "الحكومة الذكية"


def test_a_detail_agrees_with_the_newsroom(client, newsroom):
    item = client.get(f"{PAGES}{newsroom.article.pk}/").json()
    document = client.get(f"/api/newsroom/articles/{newsroom.article.pk}/").json()
    assert item["body"] == document["body"]


def test_a_listing_costs_the_same_for_one_and_for_many(client, newsroom):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            listing(client, type="gulf_summit_pages.ArticlePage", fields="*", locale="ar")
        return len(captured)

    queries()
    one = queries()
    for _ in range(4):
        person = AffiliationFactory().person
        make_article(
            newsroom.site.section,
            paragraph("نص"),
            quote("قال", person),
            quote("وأضاف", newsroom.person),
            people=[person],
            about=[newsroom.topic],
            covers=[newsroom.summit],
            related=[("article", newsroom.article)],
        )
    queries()
    assert queries() <= one + 4
    count = queries()
    for _ in range(4):
        person = AffiliationFactory().person
        make_article(
            newsroom.site.section, quote("قال", person), people=[person], related=[("article", newsroom.article)]
        )
    queries()
    assert queries() == count
