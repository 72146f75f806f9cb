"""Times of a story, its corrections and its dateline."""

from datetime import date

import pytest

from tests.articles.factories import make_article
from tests.sites import republish
from wagtail_gulf_summit.articles.dateline import dateline_text

pytestmark = pytest.mark.django_db


def current(page):
    return type(page).objects.get(pk=page.pk)


def test_a_story_is_not_updated_when_it_is_first_published(news_site):
    page = make_article(news_site.section, substantive_update=True)
    assert (page.last_updated_at, page.updated_at, page.substantive_update) == (None, page.first_published_at, False)


def test_publishing_again_moves_the_updated_time_only_if_the_editor_says_so(news_site):
    page = republish(make_article(news_site.section))
    assert page.last_updated_at is None

    page.substantive_update = True
    page = republish(page)
    assert page.last_updated_at >= page.first_published_at
    assert page.updated_at == page.last_updated_at


def test_the_mark_is_taken_off_the_draft_too(news_site):
    page = make_article(news_site.section)
    page.substantive_update = True
    page = republish(page)
    told = page.last_updated_at

    draft = page.get_latest_revision().as_object()
    assert draft.substantive_update is False
    draft.save_revision().publish()
    assert current(page).last_updated_at == told


def test_saving_a_draft_moves_nothing(news_site):
    page = make_article(news_site.section)
    page.substantive_update = True
    page.save_revision()
    assert current(page).last_updated_at is None


def test_reverting_to_an_old_revision_keeps_what_readers_were_told(news_site):
    page = make_article(news_site.section)
    old = page.get_latest_revision()
    page.substantive_update = True
    page = republish(page)

    old.publish()
    assert current(page).last_updated_at == page.last_updated_at


def test_a_correction_is_dated_in_the_language_of_the_story(news_site):
    page = make_article(
        news_site.section, corrections=[("correction", {"date": date(2014, 9, 17), "text": "<p>صُحّح الاسم.</p>"})]
    )
    from wagtail_gulf_summit.scope import page_scope

    with page_scope(page):
        block = page.corrections[0]
        value = block.block.get_api_representation(block.value)
        html = block.render()
    assert value == {"date": "2014-09-17", "date_display": "17 سبتمبر 2014", "text": "<p>صُحّح الاسم.</p>"}
    assert '<time datetime="2014-09-17">17 سبتمبر 2014</time>' in html


@pytest.mark.parametrize(
    ("place", "agency", "text"),
    [
        ("دبي", "سويفت نيوز", "دبي - سويفت نيوز:"),
        ("دبي", "", "دبي:"),
        ("", "وام", "وام:"),
        (" ", "", ""),
    ],
)
def test_a_dateline_joins_what_there_is(place, agency, text):
    assert dateline_text(place, agency) == text


def test_a_dateline_as_printed_wins(news_site):
    page = make_article(news_site.section, dateline_place="دبي", dateline_text="دبي- سويفت نيوز:")
    assert page.dateline == "دبي- سويفت نيوز:"
