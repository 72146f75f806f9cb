"""The listing of articles in the admin: in the Newsroom menu and in the explorer of a section."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import PersonFactory
from tests.sites import publish
from wagtail_gulf_summit.pages.models import SectionPage

pytestmark = pytest.mark.django_db

ARTICLES = "gulf_summit_articles:index"


def rows(response):
    return {page.title: page.facts for page in response.context["object_list"]}


def titles(client, **filters):
    return {page.title for page in client.get(reverse(ARTICLES), filters).context["object_list"]}


def test_an_article_is_listed_with_section_bylines_and_counts(admin_client, news_site):
    source = SourceFactory()
    writer = PersonFactory(name="ليلى")
    make_article(
        news_site.section,
        paragraph(f"أ{marker(source)}ب{marker(source)}."),
        quote("نعم.", PersonFactory()),
        quote("لا.", PersonFactory()),
        title="خبر",
        people=[writer, PersonFactory(name="سامي")],
    )
    for url in (reverse(ARTICLES), reverse("wagtailadmin_explore", args=[news_site.section.pk])):
        facts = rows(admin_client.get(url))["خبر"]
        assert (facts.section.title, facts.citations, facts.quotes, facts.comments) == ("تكنولوجيا", 1, 2, 0)
        assert facts.bylines in ("ليلى, سامي", "ليلى، سامي")


def test_articles_are_filtered_as_editors_ask(admin_client, news_site):
    writer, topic = PersonFactory(), TopicFactory()
    economy = publish(news_site.front, SectionPage(title="اقتصاد", slug="economy", locale=news_site.ar))
    make_article(news_site.section, quote("نعم.", PersonFactory()), title="اقتباس", people=[writer])
    make_article(economy, paragraph(f"أ{marker(SourceFactory())}"), title="مصدر", about=[topic])
    make_article(news_site.section_en, title="English")
    corrected = make_article(
        news_site.section, title="تصحيح", corrections=[("correction", {"date": "2014-09-17", "text": "<p>صح.</p>"})]
    )
    make_article(news_site.section, title="مسودة").unpublish()
    corrected.title = "تصحيح"
    corrected.save_revision()

    assert titles(admin_client) == {"اقتباس", "مصدر", "English", "تصحيح", "مسودة"}
    assert titles(admin_client, section=economy.pk) == {"مصدر"}
    assert titles(admin_client, byline=writer.pk) == {"اقتباس"}
    assert titles(admin_client, topic=topic.pk) == {"مصدر"}
    assert titles(admin_client, language=news_site.en.pk) == {"English"}
    assert titles(admin_client, state="draft") == {"مسودة"}
    assert titles(admin_client, state="changed") == {"تصحيح"}
    assert titles(admin_client, state="scheduled") == set()
    assert titles(admin_client, has="quotes") == {"اقتباس"}
    assert titles(admin_client, has="citations") == {"مصدر"}
    assert titles(admin_client, has="corrections") == {"تصحيح"}
    assert titles(admin_client, has="comments") == set()
    assert titles(admin_client, q="اقتباس") == {"اقتباس"}


@pytest.mark.parametrize("place", ["flat", "explorer"])
def test_the_listing_takes_the_same_queries_for_one_article_and_for_many(admin_client, news_site, place):
    url = reverse(ARTICLES) if place == "flat" else reverse("wagtailadmin_explore", args=[news_site.section.pk])

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert admin_client.get(url).status_code == 200
        return len(found)

    def story():
        speaker = PersonFactory()
        text = paragraph(f"أ{marker(SourceFactory())}")
        make_article(news_site.section, text, quote("نعم.", speaker), people=[speaker, PersonFactory()])

    story()
    queries()
    few = queries()
    for _number in range(10):
        story()
    assert queries() == few
