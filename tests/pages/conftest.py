import pytest
from wagtail.models import Page, Site

from tests.articles.factories import TopicFactory
from tests.people.factories import AffiliationFactory
from tests.sites import publish
from wagtail_gulf_summit.pages.models import FrontPage, PersonPage, SectionPage, TopicPage


@pytest.fixture
def speaker(news_site):
    return AffiliationFactory(person__name="فادي سالم", role="مدير", organisation__name="كلية").person


@pytest.fixture
def topic(news_site):
    return TopicFactory(name="حوكمة")


@pytest.fixture
def person_page(news_site, speaker):
    return publish(news_site.front, PersonPage(title=speaker.name, slug="fadi", person=speaker, locale=news_site.ar))


@pytest.fixture
def topic_page(news_site, topic):
    return publish(news_site.front, TopicPage(title=topic.name, slug="governance", topic=topic, locale=news_site.ar))


@pytest.fixture
def other_section(news_site):
    """A section of another site, in the same language."""
    front = publish(Page.get_first_root_node(), FrontPage(title="صحيفة أخرى", slug="other", locale=news_site.ar))
    Site.objects.create(hostname="other.example", root_page=front, site_name="صحيفة أخرى")
    return publish(front, SectionPage(title="منوعات", slug="varieties", locale=news_site.ar))


@pytest.fixture
def inner_section(news_site):
    """The root page of a site that lies within the news site."""
    section = publish(news_site.section, SectionPage(title="ملحق", slug="supplement", locale=news_site.ar))
    Site.objects.create(hostname="supplement.example", root_page=section)
    return section
