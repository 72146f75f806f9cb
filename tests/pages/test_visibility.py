"""What readers may not see is on no public page, and in no document of one."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from tests.articles.factories import make_article, paragraph, quote
from tests.events.factories import summit
from tests.people.factories import PersonFactory, translated
from tests.sites import publish, republish, translate
from wagtail_gulf_summit.delivery.kinds import build
from wagtail_gulf_summit.pages.models import PersonPage, SummitSeriesPage

pytestmark = pytest.mark.django_db

SECRET = "خبر لا يقرؤه أحد"
HIDDEN = ["draft", "private", "expired", "elsewhere", "within"]


@pytest.fixture
def hidden_story(news_site, other_section, inner_section, speaker, topic):
    """``hidden_story("draft")`` makes a story that readers may not see, by and about what the others are."""

    def hidden_story(why):
        parent = {"elsewhere": other_section, "within": inner_section}.get(why) or news_site.parent()
        story = make_article(parent, quote("سرّ.", speaker), title=SECRET, people=[speaker], about=[topic])
        if why == "draft":
            story.unpublish()
        elif why == "private":
            PageViewRestriction.objects.create(page=story, restriction_type="login")
        elif why == "expired":
            story.expire_at = timezone.now() - timedelta(minutes=1)
            story.save()
        return type(story).objects.get(pk=story.pk)

    return hidden_story


def html(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("why", HIDDEN)
def test_a_hidden_story_is_on_no_list(client, news_site, hidden_story, person_page, topic_page, why):
    hidden_story(why)
    for page in (news_site.front, news_site.section, person_page, topic_page):
        shown = html(client, page)
        assert SECRET not in shown and "سرّ." not in shown, page


@pytest.mark.parametrize("why", HIDDEN)
def test_a_hidden_story_is_not_beside_or_inside_another(client, news_site, hidden_story, topic, why):
    hidden = hidden_story(why)
    story = make_article(
        news_site.section,
        paragraph("نص."),
        ("related_article", hidden),
        about=[topic],
        related=[("article", hidden)],
    )
    section = news_site.parent()
    section.pinned = [("article", hidden)]
    republish(section)

    assert SECRET not in html(client, story)
    assert SECRET not in html(client, section)
    document = build(story).document.model_dump()
    assert document["related"] == []
    assert [block["value"] for block in document["body"] if block["type"] == "related_article"] == [None]


def test_a_translation_on_another_site_is_no_way_to_the_other_language(client, news_site, other_section):
    story = make_article(news_site.section, paragraph("نص."))
    in_english = translate(story, news_site.en)
    in_english.move(Page.objects.get(pk=other_section.pk), pos="last-child")
    assert "varieties" not in html(client, story)


def test_a_summit_on_a_site_within_the_site_is_on_its_page_alone(client, news_site):
    series = publish(news_site.front, SummitSeriesPage(title="قمم", slug="series", locale=news_site.ar))
    held = summit(parent=series, title="قمة تخصها", slug="own", locale=news_site.ar)
    shown = [news_site.front, series]
    assert [held.title in html(client, page) for page in shown] == [True, True]
    Site.objects.create(hostname="own.example", root_page=held)
    assert [held.title in html(client, page) for page in shown] == [False, False]


def test_an_unpublished_person_is_in_no_byline_and_under_no_quote(client, news_site):
    hidden = PersonFactory(name="كاتب غائب", live=False)
    story = make_article(news_site.section, quote("نعم.", hidden), people=[hidden, PersonFactory(name="ليلى")])
    shown = html(client, story)
    assert "كاتب غائب" not in shown
    assert "ليلى" in shown and "“نعم.”" in shown
    document = build(story).document.model_dump()
    assert [byline["person"]["name"] for byline in document["bylines"]] == ["ليلى"]
    assert document["body"][0]["value"]["person"] is None
    assert "كاتب غائب" not in str(document)


@pytest.mark.parametrize("kind", ["person", "topic"])
def test_the_page_of_what_is_not_published_is_not_found(client, news_site, person_page, topic_page, kind):
    page = {"person": person_page, "topic": topic_page}[kind]
    about = getattr(page, kind)
    about.live = False
    about.save()
    assert client.get(page.get_url()).status_code == 404


@pytest.mark.parametrize("kind", ["person", "topic"])
def test_the_page_of_what_is_not_published_yet_is_previewed(person_page, topic_page, kind):
    page = {"person": person_page, "topic": topic_page}[kind]
    about = getattr(page, kind)
    about.live = False
    about.save()
    response = page.make_preview_request()
    response.render()
    assert (response.status_code, page.title in response.content.decode()) == (200, True)


def test_a_byline_links_to_the_public_page_of_its_person_only(client, news_site, speaker, person_page):
    story = make_article(news_site.section, people=[speaker])
    link = f'<a href="{person_page.get_url()}"><bdi>فادي سالم</bdi></a>'
    assert link in html(client, story)
    PageViewRestriction.objects.create(page=person_page, restriction_type="login")
    shown = html(client, story)
    assert person_page.get_url() not in shown and "فادي سالم" in shown


def test_a_page_in_another_language_shows_its_person_in_that_language(client, news_site, speaker, person_page):
    english = translated(speaker, name="Fadi Salem")
    english.affiliations.update(role="Director")
    page = publish(
        news_site.front_en, PersonPage(title="Fadi Salem", slug="fadi", person=speaker, locale=news_site.en)
    )
    story = make_article(news_site.section, quote("نعم.", speaker), people=[speaker], title="عربي")
    translate(story, news_site.en, title="English")
    shown = html(client, page)
    assert "Director" in shown and "English" in shown
    assert "مدير" not in shown and "عربي" not in shown


def test_html_in_plain_fields_is_shown_as_text(client, news_site, speaker):
    speaker.name = "<b>فادي</b>"
    speaker.save()
    page = publish(news_site.front, PersonPage(title="<i>ف</i>", slug="f", person=speaker, locale=news_site.ar))
    story = make_article(
        news_site.section,
        quote("نعم.", speaker, attribution="<script>1</script>", role_override="<u>"),
        ("heading", {"text": "<script>2</script>", "level": "2"}),
        title="<script>3</script>",
        kicker="<script>4</script>",
        dateline_place="<script>5</script>",
        hero_credit="<script>6</script>",
        people=[speaker],
    )
    shown = html(client, story) + html(client, page) + html(client, news_site.section)
    for number in "123456":
        assert f"<script>{number}</script>" not in shown
    assert "<b>فادي</b>" not in shown and "<i>ف</i>" not in shown
    assert build(story).document.title == "<script>3</script>"


def test_a_story_without_section_byline_or_picture_is_whole(client, news_site):
    story = make_article(news_site.front, title="خبر عاجل")
    assert "خبر عاجل" in html(client, story)
    document = build(story).document.model_dump()
    assert (document["section"], document["bylines"], document["hero"]) == (None, [], None)


def test_a_picture_whose_file_is_gone_leaves_the_page_standing(client, news_site, image):
    image.file.storage.delete(image.file.name)
    story = make_article(news_site.section, ("image", {"image": image}), hero_image=image, title="بلا صورة")
    assert "بلا صورة" in html(client, story)
    assert "<picture" not in html(client, news_site.section)
    assert build(story).document.hero is None


def test_a_deleted_picture_person_and_topic_leave_the_page_standing(client, news_site, image, speaker, topic):
    story = make_article(
        news_site.section,
        quote("نعم.", speaker),
        ("image", {"image": image}),
        hero_image=image,
        people=[speaker],
        about=[topic],
        title="باق",
    )
    for gone in (image, speaker, topic):
        gone.delete()
    story = type(story).objects.get(pk=story.pk)
    assert "باق" in html(client, story)
    document = build(story).document.model_dump()
    assert (document["bylines"], document["topics"], document["hero"]) == ([], [], None)


@pytest.mark.parametrize("expired", [False, True])
def test_a_hidden_section_is_named_by_no_page_that_shows_its_stories(client, news_site, expired):
    story = make_article(news_site.section, title="خبر ظاهر", slug="open")
    section = news_site.parent()
    assert section.title in html(client, story)
    if expired:
        section.expire_at = timezone.now() - timedelta(minutes=1)
        section.save()
    else:
        section.unpublish()
    for page in (story, news_site.front):
        assert section.title not in html(client, type(page).objects.get(pk=page.pk))
