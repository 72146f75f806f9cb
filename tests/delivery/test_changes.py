"""Every way in which content changes without ``page_published``, and what a reader is served then."""

from datetime import timedelta

import pytest
import wagtail_factories
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from tests.articles.factories import TopicFactory, make_article, paragraph
from tests.people.factories import AffiliationFactory
from tests.sites import translate
from wagtail_gulf_summit.delivery.builders.pages import address_of
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.store.clock import to_micros
from wagtail_gulf_summit.delivery.store.read import find_path
from wagtail_gulf_summit.delivery.store.visible import Place
from wagtail_gulf_summit.delivery.store.write import path_digest
from wagtail_gulf_summit.pages.models import FrontPage, SectionPage

from .doors import at_path, document, listed
from .watching import all_is_fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(news_site):
    """An article with a byline, a topic and an image, and what it shows of them."""
    affiliation = AffiliationFactory(role="محرر")
    topic = TopicFactory(name="طاقة")
    image = wagtail_factories.ImageFactory(title="صورة", file__width=300, file__height=200)
    page = make_article(
        news_site.section, title="خبر", slug="told", people=[affiliation.person], about=[topic], hero_image=image
    )
    return page, affiliation, topic, image


def test_a_program_that_saves_a_page_without_a_revision(client, article):
    document(client, article)
    page = type(article).objects.get(pk=article.pk)
    page.title = "عنوان آخر"
    page.save()
    assert document(client, article)["title"] == "عنوان آخر"
    base = Page.objects.get(pk=article.pk)
    base.title = "عنوان ثالث"
    base.save()
    assert document(client, article)["title"] == "عنوان ثالث"
    assert all_is_fresh()


def test_a_slug_saved_by_a_program_moves_all_pages_below(client, news_site, article):
    document(client, article)
    section = news_site.parent()
    section.slug = "tech"
    section.save()
    moved = document(client, article)
    assert (moved["path"], moved["section"]["path"]) == ("/tech/today/", "/tech/")
    assert (at_path(client, "/tech/today/"), at_path(client, "/technology/today/")) == (article.pk, None)
    assert all_is_fresh()


def test_what_an_article_shows_of_others(client, told):
    page, affiliation, topic, image = told
    assert document(client, page)["bylines"][0]["person"]["name"] == affiliation.person.name
    affiliation.person.name = "ليلى"
    affiliation.person.save()
    topic.name = "نفط"
    topic.save()
    affiliation.organisation.name = "وزارة"
    affiliation.organisation.save()
    shown = document(client, page)
    assert (shown["bylines"][0]["person"]["name"], shown["topics"][0]["name"]) == ("ليلى", "نفط")
    affiliation.person.unpublish()
    assert document(client, page)["bylines"] == []
    topic.delete()
    assert document(client, page)["topics"] == []
    image.delete()
    assert document(client, page)["hero"] is None
    assert all_is_fresh()


def test_files_of_an_image_that_were_deleted_are_made_again_before_they_are_named(client, told):
    page, _affiliation, _topic, image = told
    document(client, page)
    image.renditions.all().delete()
    document(client, page)
    assert image.renditions.count() > 0


def test_a_restriction_that_is_lifted_and_one_on_what_others_show(client, news_site, article):
    other = make_article(news_site.section, title="آخر", slug="other", related=[("article", article)])
    assert [one["id"] for one in document(client, other)["related"]] == [article.pk]
    restriction = PageViewRestriction.objects.create(page=article.page_ptr, restriction_type="login")
    assert document(client, other)["related"] == []
    restriction.delete()
    assert [one["id"] for one in document(client, other)["related"]] == [article.pk]
    assert document(client, article)["title"] == "خبر اليوم"
    assert all_is_fresh()


def test_a_translation_is_an_alternate_as_long_as_it_is_published(client, news_site, article):
    assert [one["lang"] for one in document(client, article)["alternates"]] == ["ar"]
    english = translate(article, news_site.en, title="Today")
    assert [one["lang"] for one in document(client, article)["alternates"]] == ["ar", "en"]
    english.unpublish()
    assert [one["lang"] for one in document(client, article)["alternates"]] == ["ar"]
    assert all_is_fresh()


def test_a_translation_that_a_story_relates_to_through_the_original_is_withdrawn(client, news_site, article):
    english = translate(article, news_site.en, title="Today")
    other = make_article(news_site.section_en, title="Other", slug="other", related=[("article", article)])
    assert [one["id"] for one in document(client, other)["related"]] == [english.pk]
    english.unpublish()
    assert [one["title"] for one in document(client, other)["related"]] != ["Today"]
    assert all_is_fresh()


def test_a_time_of_expiry_is_known_to_the_documents_that_show_the_page(client, news_site, article):
    english = translate(article, news_site.en, title="Today")
    document(client, article)
    english.expire_at = timezone.now() + timedelta(days=1)
    english.save_revision().publish()
    document(client, article)
    row = StoredDocument.objects.get(kind="article", object_id=article.pk)
    assert row.changes_at == to_micros(english.expire_at)


def test_a_host_name_is_in_every_address(client, news_site, article):
    document(client, article)
    site = Site.objects.get(pk=news_site.site.pk)
    site.hostname = "www.example.com"
    site.save()
    assert document(client, article)["html_url"].startswith("http://www.example.com/")
    assert all_is_fresh()


def test_children_put_in_another_order_and_users_deleted_change_nothing(client, news_site, article):
    second = make_article(news_site.section, title="ثان", slug="second", owner=get_user_model().objects.create())
    before = [document(client, article), document(client, second)]
    Page.objects.get(pk=second.pk).move(Page.objects.get(pk=article.pk), pos="left")
    get_user_model().objects.all().delete()
    assert [document(client, article), document(client, second)] == before
    assert listed(client, section=news_site.section.pk) == [second.pk, article.pk]
    assert all_is_fresh()


def test_a_section_that_moves_takes_its_articles_along(client, news_site, article):
    home = Page.objects.get(pk=news_site.front.pk)
    other = home.add_child(instance=SectionPage(title="علوم", slug="science", locale=news_site.ar))
    other.save_revision().publish()
    Page.objects.get(pk=news_site.section.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    assert listed(client, section=other.pk) == [article.pk]
    assert document(client, article)["path"] == "/science/technology/today/"
    assert all_is_fresh()


def test_pages_that_come_into_a_site_are_listed_at_once(client, news_site):
    outside = Page.get_first_root_node().add_child(instance=FrontPage(title="موقع", slug="x", locale=news_site.ar))
    outside.save_revision().publish()
    section = outside.add_child(instance=SectionPage(title="قسم", slug="part", locale=news_site.ar))
    section.save_revision().publish()
    page = make_article(section, title="خبر", slug="story")
    assert document(client, page) is None
    Site.objects.create(hostname="x.example.com", root_page=outside)
    listed = client.get("/api/newsroom/articles/", {"section": section.pk}, headers={"host": "x.example.com"})
    assert [item["id"] for item in listed.json()["items"]] == [page.pk]
    assert all_is_fresh()


def test_a_transaction_that_is_rolled_back_leaves_nothing(client, article):
    document(client, article)
    row = StoredDocument.objects.values().get(kind="article", object_id=article.pk)
    with pytest.raises(LookupError), transaction.atomic():
        article.title = "لم يكن"
        article.save_revision().publish()
        raise LookupError
    assert StoredDocument.objects.values().get(kind="article", object_id=article.pk) == row
    assert document(client, article)["title"] == "خبر اليوم"


def test_a_draft_computes_nothing(article, django_assert_num_queries):
    row = StoredDocument.objects.values().get(kind="article", object_id=article.pk)
    article.title = "مسودة"
    article.save_revision()
    assert StoredDocument.objects.values().get(kind="article", object_id=article.pk) == row


def test_an_alias_is_in_lists_before_anybody_asked_for_it(client, told, news_site):
    page, *_ = told
    parent = Page.objects.get(pk=news_site.section.pk)
    alias = page.create_alias(parent=parent, update_slug="alias", user=None)
    assert sorted(listed(client, lang="ar")) == sorted([page.pk, alias.pk])
    assert all_is_fresh()


@pytest.mark.django_db(transaction=True)
def test_a_site_goes_with_its_pages(told, news_site):
    root = Page.get_first_root_node()
    root.add_child(instance=FrontPage(title="صحيفة باقية", slug="kept", locale=news_site.ar))
    Page.objects.get(pk=news_site.front.pk).delete()
    assert not Site.objects.exists()
    assert StoredDocument.objects.filter(kind="article", page__locale=news_site.ar).count() == 0
    assert all_is_fresh()


def test_a_page_is_found_where_another_was_until_its_document_is_computed_again(news_site):
    first, second = (make_article(news_site.section, paragraph("نص"), slug=slug) for slug in ("first", "second"))
    place = Place("testserver", 80)
    path = address_of(second).path
    # Nobody has asked for the first since it moved away.
    StoredDocument.objects.filter(page_id=first.pk).update(path_digest=path_digest(path), stale=True)
    for _time in range(2):
        assert find_path(path, place).object_id == second.pk
