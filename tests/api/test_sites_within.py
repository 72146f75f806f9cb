"""A site whose root page lies below that of another: each page is on the site with the deepest root above it."""

import json

import pytest
from django.test import Client
from wagtail.models import Page, Site

from tests.articles.factories import make_article, paragraph, quote
from tests.citations.factories import marker
from tests.events.factories import dubai, session, summit
from tests.sites import publish, translate
from wagtail_gulf_summit.pages.models import SectionPage

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
WITHIN = "within.example"


@pytest.fixture
def inner(newsroom):
    """A section of the newsroom, and its translation, made the root of a site: with one story, one summit."""
    site = newsroom.site
    front = publish(site.section, SectionPage(title="الملحق", slug="supplement", locale=site.ar))
    held = summit(
        parent=front,
        title="قمة الملحق",
        slug="held",
        locale=site.ar,
        sessions=[session("جلسة الملحق", dubai(17, 9), dubai(17, 10), speakers=[(newsroom.person, "speaker")])],
    )
    story = make_article(
        front,
        paragraph(f"نص الملحق{marker(newsroom.source)}"),
        quote("قول في الملحق", newsroom.person),
        title="خبر الملحق",
        slug="story",
        people=[newsroom.person],
        about=[newsroom.topic],
        covers=[held],
    )
    story_en = translate(story, site.en, title="A story of the supplement")
    made = Site.objects.create(hostname=WITHIN, root_page=front, site_name="الملحق")
    return {"site": made, "front": front, "story": story, "story_en": story_en, "held": held}


@pytest.fixture
def there():
    return Client(SERVER_NAME=WITHIN)


def ids(client, path, **query):
    return [item["id"] for item in client.get(f"{NEWSROOM}{path}", query).json()["items"]]


def test_documents_of_the_inner_site_are_on_its_host(newsroom, inner, there):
    story, held = inner["story"], inner["held"]
    document = there.get(f"{NEWSROOM}articles/{story.pk}/").json()
    assert (document["path"], document["html_url"]) == ("/story/", f"http://{WITHIN}/story/")
    assert [one["lang"] for one in document["alternates"]] == ["ar", "en"]
    assert [one["id"] for one in document["summits"]] == [held.pk]
    assert document["section"]["path"] == "/"
    assert there.get(f"{NEWSROOM}articles/by-path/", {"path": "/story/"}).json()["id"] == story.pk
    assert there.get(f"{NEWSROOM}articles/by-path/", {"path": "/en/story/"}).json()["id"] == inner["story_en"].pk
    assert there.get(f"{NEWSROOM}summits/{held.pk}.ics").status_code == 200


def test_lists_of_the_inner_site_hold_its_pages_and_no_others(newsroom, inner, there):
    story, held, person = inner["story"], inner["held"], newsroom.person
    both = [inner["story_en"].pk, story.pk]
    assert ids(there, "articles/") == both
    assert ids(there, "articles/", section=inner["front"].pk) == [story.pk]
    assert ids(there, "articles/", topic=newsroom.topic.pk) == both
    assert ids(there, "summits/") == [held.pk]
    assert [item["title"] for item in there.get(f"{NEWSROOM}sessions/").json()["items"]] == ["جلسة الملحق"]
    quotes = there.get(f"{NEWSROOM}people/{person.pk}/quotes/", {"lang": "ar"}).json()["items"]
    assert [item["page"]["id"] for item in quotes] == [story.pk]
    cited = there.get(f"{NEWSROOM}sources/{newsroom.source.pk}/").json()["cited_in"]
    assert {one["id"] for one in cited} == set(both)
    assert ids(there, "search/", q="الملحق", type="article", lang="ar") == [story.pk]
    v2 = there.get("/api/v2/pages/", {"type": "gulf_summit_pages.ArticlePage", "fields": "*"}).json()["items"]
    assert {item["id"] for item in v2} == set(both)


def test_feeds_and_calendars_of_the_inner_site_hold_its_pages(inner, there):
    section = inner["front"].pk
    for query in ({}, {"section": section}):
        feed = json.loads(there.get(f"{NEWSROOM}feeds/json/", query).content)
        assert [item["title"] for item in feed["items"]] == ["خبر الملحق"]
    for calendar in ("all", f"section/{section}"):
        assert "قمة الملحق" in there.get(f"{NEWSROOM}summits/{calendar}.ics").content.decode()


def test_the_sitemap_and_the_bundle_of_the_inner_site_are_its_own(newsroom, inner, there):
    sitemap = there.get("/sitemap.xml").content.decode()
    assert sitemap.count("<loc>") == 4
    assert sitemap.count(f"<loc>http://{WITHIN}/") == 4
    locales = there.get(f"{NEWSROOM}site/").json()["locales"]
    fronts = inner["front"].get_translations(inclusive=True).order_by("locale__language_code")
    assert [locale["home"]["id"] for locale in locales] == [front.pk for front in fronts]


def test_pages_of_the_inner_site_show_what_is_on_it(newsroom, inner, there):
    front = there.get("/").content.decode()
    assert "خبر الملحق" in front
    assert newsroom.article.title not in front
    assert "قول في الملحق" in there.get("/story/").content.decode()


def test_the_inner_site_s_pages_take_comments_on_its_host_alone(inner, there, settings):
    settings.GULF_SUMMIT_COMMENTS_TOKEN_AGE = (0, 7200)
    story = inner["story"].pk
    token = there.get(f"{NEWSROOM}comments/token/", {"page": story}).json()["token"]
    comment = {"page": story, "name": "سلمى", "email": "salma@example.com", "body": "تعليق", "token": token}

    def answers(client):
        post = client.post(f"{NEWSROOM}comments/", comment, content_type="application/json")
        return [
            post.status_code,
            client.get(f"{NEWSROOM}comments/", {"page": story}).status_code,
            client.get(f"{NEWSROOM}comments/token/", {"page": story}).status_code,
            [item["page"] for item in client.get(f"{NEWSROOM}comments/counts/", {"pages": story}).json()["items"]],
        ]

    assert answers(Client()) == [404, 404, 404, []]
    assert answers(there) == [202, 200, 200, [story]]


def test_pages_of_the_outer_site_are_not_on_the_inner(newsroom, inner, there):
    outer = newsroom.article.pk
    for path in (f"articles/{outer}/", f"comments/?page={outer}", f"comments/token/?page={outer}"):
        assert there.get(f"{NEWSROOM}{path}").status_code == 404
    assert there.get(f"/api/v2/pages/{outer}/").status_code == 404


def test_an_inner_page_that_wagtail_serves_on_the_outer_host_is_whole_but_for_its_comments(inner):
    response = Client().get("/technology/supplement/story/")
    assert response.status_code == 200
    assert "gs-comments" not in response.content.decode()


def test_two_sites_with_one_root_page_both_show_its_pages(newsroom, inner):
    Site.objects.create(hostname="twin.example", root_page=inner["front"])
    story = inner["story"].pk
    for host in (WITHIN, "twin.example"):
        client = Client(SERVER_NAME=host)
        assert client.get(f"{NEWSROOM}articles/{story}/").status_code == 200
        assert client.get(f"{NEWSROOM}comments/", {"page": story}).status_code == 200
        assert [item["title"] for item in client.get(f"{NEWSROOM}sessions/").json()["items"]] == ["جلسة الملحق"]
        assert "خبر الملحق" in client.get("/").content.decode()


def test_the_pages_of_an_inner_site_stay_its_own_when_a_section_above_moves(newsroom, inner, there):
    section = Page.objects.get(pk=newsroom.site.section.pk)
    below = publish(newsroom.site.front, SectionPage(title="أقسام", slug="parts", locale=newsroom.site.ar))
    ids(there, "articles/")
    section.move(Page.objects.get(pk=below.pk), pos="last-child")
    assert ids(there, "articles/", lang="ar") == [inner["story"].pk]
    assert ids(Client(), "sessions/", lang="ar") == ids(Client(), "sessions/", summit=newsroom.summit.pk)
    assert Client().get(f"{NEWSROOM}articles/{inner['story'].pk}/").status_code == 404


def test_a_front_page_names_no_site_that_lies_below_it(newsroom, inner):
    made = inner["site"]
    made.root_page = newsroom.site.section
    made.save()
    Page.objects.filter(pk=made.root_page_id).update(show_in_menus=True)
    for path in ("/", "/en/"):
        shown = Client().get(path).content.decode()
        assert made.root_page.title not in shown and "Technology" not in shown
    bundle = Client().get(f"{NEWSROOM}site/").json()
    assert [(locale["menu"], locale["sections"]) for locale in bundle["locales"]] == [([], []), ([], [])]
