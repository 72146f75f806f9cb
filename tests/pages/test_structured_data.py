"""What search engines and previews of links are told of a page."""

import json
import re
from html import unescape

import pytest
from pydantic import ValidationError
from wagtail.models import Page

from tests.articles.factories import make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.events.factories import summit
from tests.pages.schema import validate
from tests.people.factories import OrganisationFactory
from tests.sites import translate

pytestmark = pytest.mark.django_db


def objects(client, page):
    """The JSON-LD of a public page, by type."""
    html = client.get(page.get_url()).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return {thing["@type"]: thing for thing in map(json.loads, found)}


def tags(client, page):
    """``property`` or ``name``, or ``rel`` and ``hreflang``, of the tags in the head, with what they say."""
    head = client.get(page.get_url()).content.decode().split("</head>")[0]
    metas = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', head)
    links = re.findall(r'<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]*)"', head)
    return {name: unescape(value) for name, value in metas}, [(rel, lang, unescape(href)) for rel, lang, href in links]


@pytest.fixture
def story(news_site, speaker, topic, image, person_page):
    source = SourceFactory(title="تقرير الإعلام الاجتماعي العربي", kind="report", year=2014)
    return make_article(
        news_site.section,
        paragraph(f"نص{marker(source)}."),
        quote("نعم.", speaker),
        title="قمة الحكومات",
        kicker="دبي",
        standfirst="<p>مقدمة.</p>",
        dateline_place="دبي",
        dateline_agency="سويفت نيوز",
        hero_image=image,
        hero_credit="وام",
        hero_licence="CC BY 4.0",
        people=[speaker],
        about=[topic],
        covers=[summit(parent=news_site.front, title="القمة الثالثة")],
        corrections=[("correction", {"date": "2014-09-18", "text": "<p>صُحّح الاسم.</p>"})],
    )


def test_the_validator_refuses_what_schema_org_does_not_know():
    with pytest.raises(ValidationError):
        validate({"@context": "https://schema.org", "@type": "NewsArticle", "headlines": "خبر"})
    with pytest.raises(ValidationError):
        validate({"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "غدًا"})
    with pytest.raises(ValidationError):
        validate(
            {"@context": "https://schema.org", "@type": "Person", "worksFor": {"@type": "Quotation", "text": "أ"}}
        )


def test_the_data_of_every_type_of_page_is_valid(client, news_site, story, person_page, topic_page):
    covered = story.summits[0].value.specific
    pages = [story, news_site.front, news_site.section, person_page, topic_page, covered]
    found = [objects(client, page) for page in pages]
    assert [sorted(one) for one in found] == [
        ["BreadcrumbList", "NewsArticle"],
        ["BreadcrumbList", "Organization", "WebSite"],
        ["BreadcrumbList", "CollectionPage"],
        ["BreadcrumbList", "Person"],
        ["BreadcrumbList", "CollectionPage"],
        ["BreadcrumbList", "ConferenceEvent"],
    ]
    for one in found:
        for thing in one.values():
            validate(thing)


def test_an_article_has_what_google_requires_and_recommends(client, story, person_page):
    found = objects(client, story)["NewsArticle"]
    assert found["headline"] == "قمة الحكومات"
    assert found["image"]["url"].startswith("http://")
    assert (found["image"]["creditText"], found["image"]["copyrightNotice"]) == ("وام", "CC BY 4.0")
    assert found["datePublished"] == found["dateModified"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+04:00", found["datePublished"])
    assert found["author"]["name"] == "فادي سالم"
    assert found["author"]["url"] == person_page.full_url


def test_an_author_whose_page_is_gone_is_not_said_to_be_there(client, news_site, story, speaker, person_page):
    def url():
        answer = client.get(f"/api/newsroom/articles/{story.pk}/").json()
        return answer["seo"]["jsonld"][0]["author"].get("url")

    assert url() == person_page.full_url
    Page.objects.get(pk=person_page.pk).delete()
    assert url() is None


def test_an_article_tells_its_quotes_sources_summit_and_corrections(client, story):
    found = objects(client, story)["NewsArticle"]
    assert found["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "نعم.",
            "creator": {
                "@type": "Person",
                "name": "فادي سالم",
                "jobTitle": "مدير",
                "affiliation": {"@type": "Organization", "name": "كلية"},
            },
        }
    ]
    assert [(one["@type"], one["name"]) for one in found["citation"]] == [("Report", "تقرير الإعلام الاجتماعي العربي")]
    assert [one["name"] for one in found["about"]] == ["القمة الثالثة"]
    assert found["correction"] == [{"@type": "CorrectionComment", "text": "صُحّح الاسم.", "datePublished": "2014-09-18"}]


def test_a_story_of_an_agency_is_by_the_agency_where_its_website_is_known(client, news_site):
    story = make_article(news_site.section, dateline_agency="سويفت نيوز")
    found = objects(client, story)["NewsArticle"]
    assert found["author"] == found["publisher"]
    assert found["author"]["url"].startswith("http://testserver")
    assert found["sourceOrganization"] == {"@type": "Organization", "name": "سويفت نيوز"}

    OrganisationFactory(name="سويفت نيوز", website="https://swift.example/")
    again = make_article(news_site.section, dateline_agency="سويفت نيوز")
    agency = {"@type": "Organization", "name": "سويفت نيوز", "url": "https://swift.example/"}
    assert objects(client, again)["NewsArticle"]["author"] == agency


def test_a_story_without_a_picture_shows_the_publishers_logo(client, news_site, settings):
    settings.GULF_SUMMIT_PUBLISHER_LOGO = "/static/logo.png"
    found = objects(client, make_article(news_site.section))["NewsArticle"]
    assert found["image"]["url"] == "http://testserver/static/logo.png"
    validate(found)


def test_only_a_change_that_readers_are_told_of_moves_the_date(client, story):
    story.kicker = "إصلاح صغير"
    story.save_revision().publish()
    found = objects(client, type(story).objects.get(pk=story.pk))["NewsArticle"]
    assert found["dateModified"] == found["datePublished"]

    story.substantive_update = True
    story.save_revision().publish()
    found = objects(client, type(story).objects.get(pk=story.pk))["NewsArticle"]
    assert found["dateModified"] > found["datePublished"]


def test_a_page_names_its_address_its_languages_and_its_picture(client, news_site, story):
    english = translate(story, news_site.en, title="The summit", slug="the-summit")
    story = type(story).objects.get(pk=story.pk)
    metas, links = tags(client, story)
    assert links == [
        ("canonical", "", story.full_url),
        ("alternate", "ar", story.full_url),
        ("alternate", "x-default", story.full_url),
        ("alternate", "en", english.full_url),
    ]
    assert metas["og:title"] == "قمة الحكومات"
    assert (metas["og:type"], metas["og:url"], metas["og:locale"]) == ("article", story.full_url, "ar_AE")
    assert (metas["description"], metas["og:description"]) == ("مقدمة.", "مقدمة.")
    assert metas["og:image"].startswith("http://") and metas["og:image:alt"] == "قاعة القمة"
    assert metas["twitter:card"] == "summary_large_image"
    assert {lang for _rel, lang, _href in tags(client, english)[1]} == {"", "ar", "en", "x-default"}


def test_a_story_first_published_elsewhere_names_that_address(client, news_site):
    story = make_article(news_site.section, canonical_url="https://swift.example/1")
    assert tags(client, story)[1] == [("canonical", "", "https://swift.example/1")]


def test_text_of_an_editor_cannot_end_the_script(client, news_site):
    story = make_article(news_site.section, title="</script><script>alert(1)</script>")
    html = client.get(story.get_url()).content.decode()
    assert "<script>alert(1)" not in html
    assert objects(client, story)["NewsArticle"]["headline"] == story.title
