"""Sites within sites: which pages belong to which."""

import pytest
from wagtail.models import Page, Site

from tests.sites import publish, translate
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.pages.models import SectionPage
from wagtail_gulf_summit.sites import holds_others, on_sites, sites_of


@pytest.fixture
def nested(news_site):
    """The sections technology, robots and arms, each within the one before, and translated; their roots by name."""
    robots = publish(news_site.section, SectionPage(title="روبوتات", slug="robots", locale=news_site.ar))
    arms = publish(robots, SectionPage(title="أذرع", slug="arms", locale=news_site.ar))
    publish(arms, SectionPage(title="أصابع", slug="fingers", locale=news_site.ar))
    translate(arms, news_site.en, title="Arms")
    publish(news_site.front, SectionPage(title="علوم", slug="technology-and-science", locale=news_site.ar))
    return {"technology": news_site.section, "robots": robots, "arms": arms}


def make_site(root):
    """A site by the name of its root page; the key of it."""
    return Site.objects.create(hostname=f"{root.slug}.example", root_page=root).pk


def pages_of(site_id):
    return {page.url_path for page in Page.objects.filter(on_sites({site_id}))}


def test_a_page_belongs_to_the_site_with_the_deepest_root_above_it(news_site, nested):
    robots = make_site(nested["robots"])
    assert pages_of(robots) == {
        "/gulf-news/technology/robots/",
        "/gulf-news/technology/robots/arms/",
        "/gulf-news/technology/robots/arms/fingers/",
        "/gulf-news-en/technology/robots/",
        "/gulf-news-en/technology/robots/arms/",
    }
    assert pages_of(news_site.site.pk) == {
        "/gulf-news/",
        "/gulf-news/technology/",
        "/gulf-news/technology-and-science/",
        "/gulf-news-en/",
        "/gulf-news-en/technology/",
    }
    assert [holds_others({pk}) for pk in (robots, news_site.site.pk)] == [False, True]


@pytest.mark.parametrize("within", [(), ("arms",), ("robots", "arms"), ("arms", "technology", "robots")])
@pytest.mark.parametrize("is_translated", [True, False])
def test_every_page_of_a_site_is_of_one_alone_by_whichever_way_it_is_asked(
    news_site, nested, settings, within, is_translated
):
    settings.WAGTAIL_I18N_ENABLED = is_translated
    news_site.site.save()
    site_ids = [news_site.site.pk, *(make_site(nested[name]) for name in within)]
    roots = dict(Site.objects.values_list("pk", "root_page_id"))
    of_sites = {pk: pages_of(pk) for pk in site_ids}
    for page in Page.objects.filter(depth__gt=1):
        site = page.get_site()
        expected = {site.pk} if site else set()
        assert sites_of(page) == expected, page.url_path
        assert {pk for pk, paths in of_sites.items() if page.url_path in paths} == expected, page.url_path
        stored = StoredDocument.objects.filter(page=page).values_list("root_id", flat=True).first()
        assert stored == (roots[site.pk] if site else None), page.url_path


def test_sites_of_one_root_page_show_the_same_pages(news_site, nested):
    robots = make_site(nested["robots"])
    twin = Site.objects.create(hostname="twin.example", root_page=nested["robots"]).pk
    make_site(nested["arms"])
    assert pages_of(robots) == pages_of(twin) == {"/gulf-news/technology/robots/", "/gulf-news-en/technology/robots/"}
    assert sites_of(nested["robots"]) == {robots, twin}
    assert Page.objects.filter(on_sites({robots, twin, news_site.site.pk})).count() == 7


def test_a_page_outside_every_site_belongs_to_none(news_site, nested):
    outside = Page.get_first_root_node().add_child(instance=Page(title="x", slug="gulf", locale=news_site.ar))
    assert sites_of(outside) == set()
    assert pages_of(0) == set()
