"""A small newsroom with one of everything, for the tests of the API."""

from dataclasses import dataclass
from typing import Any

from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.events.factories import dubai, session, summit
from tests.people.factories import AffiliationFactory
from tests.sites import NewsSite, translate

NEWSROOM = "/api/newsroom/"


@dataclass
class Newsroom:
    """An article in Arabic and English that quotes ``person``, cites ``source`` and covers ``summit``."""

    site: NewsSite
    article: Any
    article_en: Any
    person: Any
    organisation: Any
    source: Any
    topic: Any
    summit: Any


def build_newsroom(site: NewsSite) -> Newsroom:
    affiliation = AffiliationFactory(role="مدير برنامج الحوكمة")
    person = affiliation.person
    source, topic = SourceFactory(title="تقرير الإعلام الاجتماعي العربي"), TopicFactory(name="الحكومة الذكية")
    held = summit(
        parent=site.front,
        title="قمة الحكومات",
        slug="governments",
        locale=site.ar,
        sessions=[session("ورشة عمل", dubai(17, 9), dubai(17, 10), speakers=[(person, "speaker")])],
    )
    article = make_article(
        site.section,
        paragraph(f"وصل العدد إلى 82 مليون{marker(source, 'ص 3')}."),
        quote("يملك الجمهور توجهاً إيجابياً", person, attribution="قال سالم:"),
        title="القمة تجتمع لتعزيز الخدمات",
        slug="summit-convenes",
        dateline_place="دبي",
        dateline_agency="سويفت نيوز",
        people=[person],
        about=[topic],
        covers=[held],
    )
    article_en = translate(article, site.en, title="The summit convenes")
    return Newsroom(site, article, article_en, person, affiliation.organisation, source, topic, held)
