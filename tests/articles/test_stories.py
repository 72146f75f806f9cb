"""What a section, a topic, a person and a story lead to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.articles.factories import TopicFactory, make_article
from tests.people.factories import AffiliationFactory, PersonFactory, translated
from tests.sites import republish, translate
from wagtail_gulf_summit.articles.stories import one_page, related_stories, section_stories, stories_naming

pytestmark = pytest.mark.django_db


def titles(pages):
    return [page.title for page in pages]


def test_a_section_shows_its_pinned_stories_first_and_once(news_site):
    old = make_article(news_site.section, title="قديم")
    make_article(news_site.section, title="جديد")
    section = news_site.parent()
    section.pinned = [("article", old)]
    republish(section)
    assert titles(section_stories(news_site.parent())) == ["قديم", "جديد"]


def test_a_section_pages_its_stories_newest_first(news_site):
    for number in range(5):
        make_article(news_site.section, title=str(number))
    section = news_site.parent()
    section.stories_per_page = 2
    assert [titles(section_stories(section, number)) for number in (1, 2, 3, 99)] == [
        ["4", "3"],
        ["2", "1"],
        ["0"],
        ["0"],
    ]


def test_drafts_and_private_stories_are_not_listed(news_site):
    from wagtail.models import PageViewRestriction

    make_article(news_site.section, title="عام")
    make_article(news_site.section, title="مسودة").unpublish()
    private = make_article(news_site.section, title="خاص")
    PageViewRestriction.objects.create(page_id=private.pk, restriction_type="login")
    assert titles(section_stories(news_site.parent())) == ["عام"]


def test_a_pinned_private_story_is_not_shown(news_site):
    from wagtail.models import PageViewRestriction

    private = make_article(news_site.section, title="خاص")
    PageViewRestriction.objects.create(page_id=private.pk, restriction_type="login")
    section = news_site.parent()
    section.pinned = [("article", private)]
    republish(section)
    assert titles(section_stories(news_site.parent())) == []


def test_a_topic_leads_to_stories_that_chose_it_in_any_language(news_site):
    topic = TopicFactory(name="حوكمة")
    english = translated(topic, name="Governance")
    page = make_article(news_site.section, title="خبر", about=[topic])
    translate(page, news_site.en, title="News")
    make_article(news_site.section, title="آخر", about=[TopicFactory()])

    assert titles(one_page(stories_naming([topic], news_site.section, "topics"), 1)) == ["خبر"]
    assert titles(one_page(stories_naming([english], news_site.section_en, "topics"), 1)) == ["News"]


def test_related_stories_are_those_chosen_then_the_newest_on_the_same_topics(news_site):
    topic, other = TopicFactory(), TopicFactory()
    make_article(news_site.section, title="قديم", about=[topic])
    make_article(news_site.section, title="جديد", about=[topic, other])
    make_article(news_site.section, title="غريب")
    chosen = make_article(news_site.section, title="مختار")
    page = make_article(news_site.section, title="هذا", about=[topic, other], related=[("article", chosen)])
    assert titles(related_stories(page)) == ["مختار", "جديد", "قديم"]
    assert titles(related_stories(page, limit=2)) == ["مختار", "جديد"]


def queries(action):
    with CaptureQueriesContext(
        connection,
    ) as found:
        action()
    return len(found)


def test_lists_take_the_same_queries_for_one_story_and_for_many(news_site):
    topic = TopicFactory()
    person = AffiliationFactory().person

    def story(writer):
        return make_article(news_site.section, people=[writer], about=[topic])

    def show():
        for part in (
            section_stories(news_site.section),
            one_page(stories_naming([topic], news_site.section, "topics"), 1),
            one_page(stories_naming([person], news_site.section, "bylines"), 1),
        ):
            for page in part:
                assert page.section.title and page.get_url() and [child.value["person"].name for child in page.bylines]

    story(person)
    show()
    few = queries(show)
    for _number in range(15):
        story(PersonFactory())
        story(person)
    assert queries(show) == few
