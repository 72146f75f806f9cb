"""What the public pages ask of the database does not grow with what they show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import AffiliationFactory
from tests.sites import publish
from wagtail_gulf_summit.pages.models import PersonPage

pytestmark = pytest.mark.django_db


def queries(client, page):
    client.get(page.get_url())
    with CaptureQueriesContext(connection) as found:
        assert client.get(page.get_url()).status_code == 200
    return len(found)


def test_lists_of_stories_take_the_same_queries_for_two_stories_and_for_many(
    client, news_site, speaker, topic, person_page, topic_page, image
):
    def story():
        make_article(
            news_site.section,
            quote("نعم.", speaker),
            people=[speaker, AffiliationFactory().person],
            about=[topic, TopicFactory()],
            hero_image=image,
        )

    pages = [news_site.front, news_site.section, person_page, topic_page]
    story()
    story()
    few = [queries(client, page) for page in pages]
    for _number in range(8):
        story()
    assert [queries(client, page) for page in pages] == few


def test_a_story_takes_the_same_queries_with_one_of_everything_and_with_many(client, news_site, image):
    def story(count):
        speakers = [AffiliationFactory().person for _number in range(count)]
        for person in speakers:
            publish(
                news_site.front,
                PersonPage(title=person.name, slug=f"p{person.pk}", person=person, locale=news_site.ar),
            )
        return make_article(
            news_site.section,
            *(paragraph(f"نص{marker(SourceFactory())}.") for _number in range(count)),
            *(quote("نعم.", person) for person in speakers),
            *(("image", {"image": image}) for _number in range(count)),
            people=speakers,
            about=[TopicFactory() for _number in range(count)],
            related=[("article", make_article(news_site.section)) for _number in range(count)],
        )

    assert queries(client, story(1)) == queries(client, story(4))
