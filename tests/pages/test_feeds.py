"""Pages offer the feeds of what they are about."""

import pytest

from tests.articles.factories import make_article

pytestmark = pytest.mark.django_db


def offered(client, page):
    head = client.get(page.get_url()).content.decode().split("</head>")[0]
    return [line.split('href="')[1].split('"')[0] for line in head.split("<link") if "application/rss+xml" in line]


def test_pages_offer_their_own_feeds_which_can_be_had(client, news_site, speaker, person_page, topic_page):
    story = make_article(news_site.section, people=[speaker], about=[topic_page.topic], title="خبر")
    rss = "/api/newsroom/feeds/rss"
    for page, narrowed in (
        (news_site.front, ""),
        (news_site.section, f"&amp;section={news_site.section.pk}"),
        (person_page, f"&amp;person={person_page.person_id}"),
        (topic_page, f"&amp;topic={topic_page.topic_id}"),
    ):
        (address,) = offered(client, page)
        assert address.startswith(rss) and address.endswith(f"?lang=ar{narrowed}")
        feed = client.get(address.replace("&amp;", "&"))
        assert (feed.status_code, story.full_url in feed.content.decode()) == (200, True)
