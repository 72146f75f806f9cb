"""Every block as an API gives it, and taken back as it was given."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.articles.factories import TABLE, VIDEO, every_block, make_article, quote
from tests.citations.factories import SourceFactory
from tests.people.factories import AffiliationFactory, PersonFactory, translated
from tests.sites import republish
from wagtail_gulf_summit.articles.blocks import StoryBlock
from wagtail_gulf_summit.scope import page_scope

pytestmark = pytest.mark.django_db


def body_values(page):
    page = type(page).objects.get(pk=page.pk)
    with page_scope(page):
        return [(child["type"], child["value"]) for child in page.body.stream_block.get_api_representation(page.body)]


def value_of(page):
    return body_values(page)[0][1]


def test_a_heading_has_a_level(news_site):
    page = make_article(news_site.section, ("heading", {"text": "الورش", "level": "3"}))
    assert value_of(page) == {"text": "الورش", "level": 3}


def test_a_pull_quote_names_its_speaker(news_site):
    person = PersonFactory(name="فادي سالم")
    page = make_article(news_site.section, ("pull_quote", {"text": "نعم.", "person": person}))
    assert value_of(page) == {
        "text": "نعم.",
        "person": {"id": person.pk, "name": "فادي سالم", "slug": "فادي-سالم", "photo": None},
    }


def test_an_image_has_its_sizes_and_what_is_told_of_it_here(news_site, image):
    page = make_article(
        news_site.section,
        ("image", {"image": image, "alt": "", "caption": "<p>القاعة</p>", "credit": "وام", "licence": "CC BY 4.0"}),
    )
    value = value_of(page)
    picture = value.pop("image")
    assert value == {
        "alt": "",
        "decorative": False,
        "caption": "<p>القاعة</p>",
        "credit": "وام",
        "licence": "CC BY 4.0",
    }
    assert (picture["id"], picture["alt"], picture["width"]) == (image.pk, "قاعة القمة", 800)
    assert [source["type"] for source in picture["sources"]] == ["image/avif", "image/webp"]


def test_a_decorative_image_has_no_alternative_text(news_site, image):
    page = make_article(news_site.section, ("image", {"image": image, "alt": "قاعة", "decorative": True}))
    assert value_of(page)["image"]["alt"] == ""


def test_a_gallery_lists_its_images(news_site, image):
    page = make_article(
        news_site.section, ("gallery", {"title": "صور", "images": [{"image": image}, {"image": image}]})
    )
    value = value_of(page)
    assert (value["title"], [one["image"]["id"] for one in value["images"]]) == ("صور", [image.pk, image.pk])


def test_an_embed_is_ready_to_show(news_site, embed):
    page = make_article(news_site.section, ("embed", VIDEO))
    assert value_of(page) == {
        "url": VIDEO,
        "provider": "YouTube",
        "html": '<iframe title="خطاب"></iframe>',
        "title": "خطاب",
        "thumbnail": "https://i.ytimg.com/1.jpg",
    }


def test_an_embed_that_cannot_be_fetched_keeps_its_address(news_site):
    page = make_article(news_site.section, ("embed", "https://example.com/nothing"))
    assert value_of(page) == {
        "url": "https://example.com/nothing",
        "provider": "",
        "html": "",
        "title": "",
        "thumbnail": "",
    }


def test_a_table_gives_text_as_html_and_numbers_as_numbers(news_site):
    page = make_article(news_site.section, ("table", StoryBlock().child_blocks["table"].to_python(TABLE)))
    assert value_of(page) == {
        **TABLE,
        "rows": [{"values": ["<p>الإمارات</p>", 7.5]}, {"values": ["<p>عُمان</p>", 3]}],
    }


def test_a_statistic_cites_its_source_like_any_other(news_site):
    source = SourceFactory(title="تقرير")
    page = make_article(
        news_site.section,
        (
            "statistic",
            {
                "text": "82 مليون مستخدم",
                "value": Decimal("82000000"),
                "unit": "مستخدم",
                "approximate": False,
                "claim": "عدد المستخدمين",
                "source": source,
            },
        ),
    )
    marker = '<sup class="citation"><a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a></sup>'
    assert value_of(page) == {
        "text": "82 مليون مستخدم",
        "value": 82000000,
        "unit": "مستخدم",
        "approximate": False,
        "claim": "عدد المستخدمين",
        "source": {"id": source.pk, "title": "تقرير"},
        "citation": marker,
    }


def test_a_related_article_that_readers_may_not_see_is_not_named(news_site):
    other = make_article(news_site.section, title="آخر", slug="other")
    page = make_article(news_site.section, ("related_article", other))
    assert value_of(page) == {
        "id": other.pk,
        "title": "آخر",
        "path": "/technology/other/",
        "html_url": "http://testserver/technology/other/",
    }
    other.unpublish()
    assert value_of(page) is None


def test_a_related_article_is_shown_in_the_language_of_the_story(news_site):
    from tests.sites import translate

    other = make_article(news_site.section, title="آخر")
    translate(other, news_site.en, title="Other")
    page = make_article(news_site.section_en, ("related_article", other))
    assert value_of(page)["title"] == "Other"


def test_people_are_shown_in_the_language_of_the_story(news_site):
    affiliation = AffiliationFactory(person__name="فادي سالم", role="مدير", organisation__name="كلية")
    translated(affiliation.organisation, name="School")
    english = translated(affiliation.person, name="Fadi Salem")
    english.affiliations.update(role="Director")
    page = make_article(news_site.section_en, quote("Yes.", affiliation.person))
    value = value_of(page)
    assert (value["person"]["name"], value["role"], value["organisation"]["name"]) == (
        "Fadi Salem",
        "Director",
        "School",
    )


def test_a_person_who_is_not_published_is_not_named(news_site):
    person = AffiliationFactory().person
    page = make_article(news_site.section, quote("نعم.", person, attribution="وقال:"))
    person.unpublish()
    value = value_of(page)
    assert (value["person"], value["role"], value["organisation"], value["attribution"]) == (None, "", None, "وقال:")


def test_the_editors_words_override_the_role_and_the_organisation(news_site):
    person = AffiliationFactory().person
    page = make_article(news_site.section, quote("نعم.", person, role_override="خبير", organisation_override="مركز"))
    value = value_of(page)
    assert (value["role"], value["organisation"]) == ("خبير", {"id": None, "name": "مركز"})


def test_what_an_api_gave_can_be_sent_back(news_site, image, embed):
    related = make_article(news_site.section)
    page = make_article(news_site.section, *every_block(image), ("related_article", related))
    given = body_values(page)

    page.body = page.body.stream_block.to_python([{"type": kind, "value": value} for kind, value in given])
    republish(page)

    assert body_values(page) == given


def test_a_story_with_many_blocks_takes_no_more_queries_than_with_few(news_site, image, embed):
    few = make_article(news_site.section, *every_block(image))
    more = make_article(news_site.section, *every_block(image), *every_block(image), *every_block(image))

    def queries(page):
        page = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as found, page_scope(page):
            page.body.stream_block.get_api_representation(page.body)
        return len(found)

    queries(few), queries(more)
    assert queries(more) == queries(few)


def test_every_block_is_rendered(news_site, image, embed):
    page = make_article(news_site.section, *every_block(image))
    with page_scope(page):
        html = "".join(child.render() for child in page.body)
    for part in (
        '<h2 class="story-heading">عنوان</h2>',
        "<p>“نعم.”</p>",
        "<figcaption",
        "<table>",
        "<caption>المستخدمون</caption>",
        '<iframe title="خطاب"></iframe>',
        'aria-label="حقائق"',
    ):
        assert part in html
