"""Feeds: the newest articles of a site, a section, a topic or a person, in one language."""

import xml.etree.ElementTree as ET
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest

from tests.articles.factories import make_article, paragraph
from tests.citations.factories import marker
from tests.people.factories import PersonFactory
from wagtail_gulf_summit.delivery.feeds import permanent_id

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, form, **query):
    response = client.get(f"{NEWSROOM}feeds/{form}/", query)
    assert response.status_code == 200, response.content.decode()
    return response


def rss_items(client, **query):
    return ET.fromstring(feed(client, "rss", **query).content).findall("channel/item")


def titles(client, **query):
    return [item.findtext("title") for item in rss_items(client, **query)]


def test_rss_says_what_the_article_says(client, newsroom):
    response = feed(client, "rss", lang="ar")
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ET.fromstring(response.content).find("channel")
    assert channel.findtext("title") == "أخبار الخليج"
    assert channel.findtext("language") == "ar"
    [item] = channel.findall("item")
    document = client.get(f"{NEWSROOM}articles/{newsroom.article.pk}/").json()
    assert item.findtext("title") == document["title"]
    assert item.findtext("link") == document["html_url"]
    assert item.findtext("description") == '<div lang="ar" dir="rtl"><p>وصل العدد إلى 82 مليون.</p></div>'
    assert [one.text for one in item.findall("category")] == ["الحكومة الذكية"]
    guid = item.find("guid")
    assert (guid.text, guid.get("isPermaLink")) == (permanent_id(document), "false")


def test_atom_says_the_same(client, newsroom):
    response = feed(client, "atom", lang="en")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(response.content)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    [entry] = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "The summit convenes"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == newsroom.person.name
    assert entry.findtext(f"{ATOM}summary").startswith('<div lang="en" dir="ltr">')


def test_a_json_feed_says_the_same(client, newsroom):
    response = feed(client, "json", lang="ar")
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    document = client.get(f"{NEWSROOM}articles/{newsroom.article.pk}/").json()
    assert response.json() == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "أخبار الخليج",
        "home_page_url": "http://testserver/",
        "feed_url": "http://testserver/api/newsroom/feeds/json/?lang=ar",
        "language": "ar",
        "authors": [{"name": "أخبار الخليج"}],
        "items": [
            {
                "id": permanent_id(document),
                "url": document["html_url"],
                "title": document["title"],
                "content_html": '<div lang="ar" dir="rtl"><p>وصل العدد إلى 82 مليون.</p></div>',
                "language": "ar",
                "date_published": document["first_published_at"],
                "date_modified": document["last_published_at"],
                "authors": [{"name": newsroom.person.name}],
                "tags": ["الحكومة الذكية"],
            }
        ],
    }


def test_a_feed_holds_what_was_asked_for_alone(client, newsroom):
    make_article(newsroom.site.section, title="خبر آخر")
    newest = ["خبر آخر", "القمة تجتمع لتعزيز الخدمات"]
    assert titles(client) == titles(client, section=newsroom.site.section.pk) == titles(client, lang="ar") == newest
    assert titles(client, topic=newsroom.topic.slug) == newest[1:]
    assert titles(client, person=newsroom.person.pk) == newest[1:]
    assert titles(client, person=PersonFactory().pk) == []
    assert titles(client, section=newsroom.site.section_en.pk) == ["The summit convenes"]


def test_the_site_names_its_feeds_and_they_answer(client, newsroom):
    bundle = client.get(f"{NEWSROOM}site/").json()
    for locale in bundle["locales"]:
        for feeds in [locale["feeds"], *(section["feeds"] for section in locale["sections"])]:
            for name in ("rss", "atom", "json_feed", "ics"):
                assert client.get(feeds[name].removeprefix("http://testserver")).status_code == 200, feeds[name]


@pytest.mark.wagtail8
def test_a_site_with_the_newsroom_in_wagtails_api_alone_names_the_feeds_there(client, newsroom, settings):
    settings.ROOT_URLCONF = "tests.api.v3_alone_urls"
    [arabic, _english] = client.get("/api/v3/newsroom/site/").json()["locales"]
    assert arabic["feeds"]["rss"] == "http://testserver/api/v3/newsroom/feeds/rss/?lang=ar"
    for feeds in (arabic["feeds"], arabic["sections"][0]["feeds"]):
        for name in ("rss", "atom", "json_feed", "ics"):
            assert client.get(feeds[name].removeprefix("http://testserver")).status_code == 200, feeds[name]


def test_a_feed_that_did_not_change_is_not_sent_again(client, newsroom):
    first = feed(client, "rss", lang="ar")
    again = client.get(f"{NEWSROOM}feeds/rss/?lang=ar", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make_article(newsroom.site.section)
    changed = client.get(f"{NEWSROOM}feeds/rss/?lang=ar", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_a_feed_without_stories_is_as_old_as_its_page_and_is_not_sent_again(client, newsroom):
    nobody = PersonFactory().pk
    changed_at = newsroom.site.front.last_published_at.replace(microsecond=0)
    channel = ET.fromstring(feed(client, "rss", person=nobody).content).find("channel")
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")) == changed_at
    updated = ET.fromstring(feed(client, "atom", person=nobody).content).findtext(f"{ATOM}updated")
    assert datetime.fromisoformat(updated).replace(microsecond=0) == changed_at
    for form in ("rss", "atom", "json"):
        etag = feed(client, form, person=nobody)["ETag"]
        again = client.get(f"{NEWSROOM}feeds/{form}/?person={nobody}", headers={"If-None-Match": etag})
        assert again.status_code == 304, form


def test_links_of_a_feed_are_whole_and_its_xml_is_well_formed(client, newsroom):
    text = paragraph(f'<a href="/en/">انظر</a> & "\x0b"{marker(newsroom.source)}')
    make_article(newsroom.site.section, text, title="أ < ب & ج")
    item = rss_items(client)[0]
    assert item.findtext("title") == "أ < ب & ج"
    assert '<a href="http://testserver/en/">' in item.findtext("description")


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_section_that_is_not_there_has_no_feed(client, newsroom, form):
    for section in (newsroom.article.pk, 999_999, "nowhere"):
        assert client.get(f"{NEWSROOM}feeds/{form}/", {"section": section}).status_code == 404
    assert client.get(f"{NEWSROOM}feeds/{form}/", {"sektion": 1}).status_code == 400
