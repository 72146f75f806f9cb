"""The sitemap lists what readers may see, in every language, and each page names its translations."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tests.articles.factories import make_article
from tests.sites import build_news_site, publish, translate
from wagtail_gulf_summit.delivery import sitemap as module
from wagtail_gulf_summit.pages.models import FrontPage

pytestmark = pytest.mark.django_db

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def news():
    return build_news_site()


def listed(client, query=""):
    """The answer as ``{address: {language: address}}``."""
    response = client.get(f"/sitemap.xml{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    return {
        url.find(LOC).text: {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        for url in ElementTree.fromstring(response.content)
    }


def addresses(*pages):
    return {page.full_url for page in pages}


def test_every_language_is_listed_and_names_the_others_and_itself(client, news):
    section = {
        "ar": news.section.full_url,
        "en": news.section_en.full_url,
        "x-default": news.section.full_url,
    }
    front = {"ar": news.front.full_url, "en": news.front_en.full_url, "x-default": news.front.full_url}
    assert listed(client) == {
        news.front.full_url: front,
        news.front_en.full_url: front,
        news.section.full_url: section,
        news.section_en.full_url: section,
    }


def test_a_page_in_one_language_names_no_other(client, news):
    article = make_article(news.parent(), title="خبر عن دبي")
    assert listed(client)[article.full_url] == {}


def test_an_arabic_address_is_written_as_the_page_itself_links_to_it(client, news):
    article = make_article(news.parent(), title="قمة دبي", slug="قمة-دبي")
    assert article.full_url == "http://testserver/technology/%D9%82%D9%85%D8%A9-%D8%AF%D8%A8%D9%8A/"
    assert article.full_url in listed(client)
    head = client.get(article.url).content.decode()
    assert f'<link rel="canonical" href="{article.full_url}">' in head


def test_drafts_private_and_expired_pages_and_those_of_other_sites_stay_out(client, news):
    before = set(listed(client))
    draft = make_article(news.parent(), title="مسودة", slug="draft")
    draft.unpublish()
    private = make_article(news.parent(), title="خاص", slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    expired = make_article(news.parent(), title="منتهٍ", slug="expired")
    Page.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    elsewhere = publish(Page.get_first_root_node(), FrontPage(title="موقع آخر", slug="other", locale=news.ar))
    Site.objects.create(hostname="other.example", root_page=elsewhere, site_name="آخر")
    assert set(listed(client)) == before
    response = client.get("/sitemap.xml", headers={"host": "other.example"})
    assert [url.text for url in ElementTree.fromstring(response.content).iter(LOC)] == ["http://other.example/"]


def test_a_private_translation_is_named_by_nobody(client, news):
    PageViewRestriction.objects.create(page=news.section_en, restriction_type="login")
    assert listed(client)[news.section.full_url] == {}


def test_a_story_first_published_elsewhere_is_left_to_its_first_publisher(client, news):
    copy = make_article(news.parent(), title="منقول", slug="copied", canonical_url="https://first.example/story")
    assert copy.full_url not in listed(client)


def test_a_page_that_repeats_arabic_under_an_english_address_is_no_translation(client, news):
    article = make_article(news.parent(), title="خبر", slug="story")
    repeated = article.copy_for_translation(news.en, copy_parents=True, alias=True)
    assert repeated.live
    assert listed(client)[article.full_url] == {}
    assert repeated.full_url not in listed(client)


def test_a_page_that_repeats_arabic_for_another_country_is_named(client, news, settings):
    languages = [*settings.LANGUAGES, ("ar-sa", "العربية (السعودية)")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
    saudi = Locale.objects.create(language_code="ar-sa")
    front = news.front.copy_for_translation(saudi, alias=True)
    assert listed(client)[news.front.full_url] == {
        "ar": news.front.full_url,
        "ar-sa": front.full_url,
        "en": news.front_en.full_url,
        "x-default": news.front.full_url,
    }


def test_the_number_of_queries_does_not_grow_with_the_pages(client, news):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            found = listed(client)
        return len(captured), len(found)

    translate(make_article(news.parent(), title="خبر", slug="story-0"), news.en, title="Story")
    listed(client)
    few, found = queries()
    for number in range(1, 6):
        translate(make_article(news.parent(), title="خبر", slug=f"story-{number}"), news.en, title="Story")
    assert queries() == (few, found + 10)


def test_a_large_site_gets_an_index_of_files(client, news, monkeypatch):
    whole = listed(client)
    monkeypatch.setattr(module, "LIMIT", 3)
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert [file.text for file in index.iter(LOC)] == [
        "http://testserver/sitemap.xml?p=1",
        "http://testserver/sitemap.xml?p=2",
    ]
    assert listed(client, "?p=1") | listed(client, "?p=2") == whole
    assert [client.get(f"/sitemap.xml?p={part}").status_code for part in ("3", "0", "x", "99999999999")] == [404] * 4
