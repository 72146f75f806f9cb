"""Each quote shows the role that its speaker held on the day of its story, on the page and in every document."""

from datetime import date, datetime, timezone

import pytest

from tests.articles.factories import make_article, quote
from tests.people.factories import AffiliationFactory, OrganisationFactory, PersonFactory
from tests.sites import publish
from wagtail_gulf_summit.delivery.kinds import build
from wagtail_gulf_summit.pages.models import PersonPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(news_site):
    """A researcher of a college until the end of 2014, a minister since; always a poet, of no organisation."""
    person = PersonFactory(name="فادي سالم")
    college, ministry = OrganisationFactory(name="كلية"), OrganisationFactory(name="وزارة")
    AffiliationFactory(person=person, role="باحث", organisation=college, valid_until=date(2014, 12, 31), sort_order=0)
    AffiliationFactory(person=person, role="وزير", organisation=ministry, valid_from=date(2015, 1, 1), sort_order=1)
    AffiliationFactory(person=person, role="شاعر", organisation=None, sort_order=2)
    return person


def story(section, person, day, **fields):
    moment = datetime(*day, 8, tzinfo=timezone.utc)
    return make_article(section, quote("نعم.", person, **fields), first_published_at=moment)


def shown(client, page):
    """``(role, organisation)`` in the document, both of which the page prints."""
    value = build(page).document.body[0].value
    organisation = value.organisation.name if value.organisation else None
    html = client.get(page.get_url()).content.decode()
    assert f'<bdi class="speaker-quote__role">{value.role}</bdi>' in html
    assert organisation is None or f'<bdi class="speaker-quote__organisation">{organisation}</bdi>' in html
    return value.role, organisation


def test_two_stories_of_two_days_show_two_roles(client, news_site, person):
    early = story(news_site.section, person, (2014, 9, 17))
    late = story(news_site.section, person, (2015, 9, 17))
    assert shown(client, early) == ("باحث", "كلية")
    assert shown(client, late) == ("وزير", "وزارة")

    page = publish(news_site.front, PersonPage(title="فادي سالم", slug="fadi", person=person, locale=news_site.ar))
    html = client.get(page.get_url()).content.decode()
    head, quotes = html.split('class="quote-list"')
    assert [role for role in ("باحث", "وزير", "شاعر") if role in head.split("<main")[1]] == ["وزير", "شاعر"]
    assert quotes.index("وزير") < quotes.index("باحث")
    found = client.get(f"/api/newsroom/people/{person.pk}/quotes/").json()["items"]
    assert [(one["role"], one["organisation"]["name"], one["page"]["id"]) for one in found] == [
        ("وزير", "وزارة", late.pk),
        ("باحث", "كلية", early.pk),
    ]


def test_of_overlapping_roles_the_first_in_the_editors_order_is_shown(client, news_site, person):
    person.affiliations.filter(role="شاعر").update(sort_order=-1)
    assert shown(client, story(news_site.section, person, (2014, 9, 17))) == ("شاعر", None)


def test_where_no_role_is_known_of_the_day_none_is_printed(client, news_site, person):
    person.affiliations.exclude(role="وزير").delete()
    page = story(news_site.section, person, (2014, 9, 17))
    value = build(page).document.body[0].value
    assert (value.role, value.organisation) == ("", None)
    assert "speaker-quote__role" not in client.get(page.get_url()).content.decode()


def test_the_editors_own_words_win(client, news_site, person):
    page = story(news_site.section, person, (2014, 9, 17), role_override="ضيف القمة", organisation_override="مستقل")
    assert shown(client, page) == ("ضيف القمة", "مستقل")
