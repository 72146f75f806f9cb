"""Whoever shows something learns what became of it, however it came about and whoever looked meanwhile."""

import re
from uuid import UUID

import pytest
import wagtail_factories
from django import forms
from wagtail.blocks import FieldBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from tests.articles.factories import TopicFactory, make_article, quote
from tests.people.factories import AffiliationFactory, OrganisationFactory
from tests.sites import publish
from wagtail_gulf_summit.delivery.store import changes
from wagtail_gulf_summit.pages.models import ArticlePage, PersonPage

from .doors import document
from .watching import all_is_fresh, whenever_saved

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_new", [False, True])
def test_who_shows_a_page_learns_its_title_though_a_reader_came_between_saving_and_publishing(
    client, news_site, article, is_new
):
    if is_new:
        article = news_site.parent().add_child(instance=ArticlePage(title="مسودة", slug="new", live=False))
    other = make_article(news_site.section, title="آخر", slug="other", related=[("article", article)])

    article.title = "عنوان جديد"
    revision = article.save_revision()
    with whenever_saved(ArticlePage, lambda _page: document(client, article)):
        revision.publish()
    assert [one["title"] for one in document(client, other)["related"]] == ["عنوان جديد"]
    assert all_is_fresh()


def test_who_shows_a_page_learns_its_title_though_its_document_failed_at_first(
    client, news_site, article, monkeypatch, caplog
):
    other = make_article(news_site.section, title="آخر", slug="other", related=[("article", article)])
    monkeypatch.setattr(changes, "build", None)
    article.title = "عنوان جديد"
    article.save_revision().publish()
    assert "could not be computed" in caplog.text
    caplog.clear()  # it was meant to fail
    assert document(client, article)["title"] == "عنوان جديد"
    assert [one["title"] for one in document(client, other)["related"]] == ["عنوان جديد"]


def test_a_publishers_block_is_given_what_the_database_would_give_it():
    class UuidBlock(FieldBlock):
        field = forms.UUIDField()

        def to_python(self, value):
            return UUID(value)

    field = StreamField([("uuid", UuidBlock())])
    value = field.to_python([{"type": "uuid", "value": "5d41402a-bc4b-2a76-b971-9d911017c592"}])
    assert isinstance(value[0].value, UUID)
    assert field.to_python(changes._as_stored(field, value))[0].value == value[0].value


def test_a_program_that_saves_a_page_that_it_published_through_the_same_object(client, news_site, article):
    section = news_site.parent()
    section.intro = "<p>مقدمة</p>"
    section.save_revision().publish()
    document(client, article)
    section.title = "تقانة"
    section.save()
    assert document(client, article)["section"]["title"] == "تقانة"
    assert all_is_fresh()


def test_a_person_whose_biography_links_to_a_page_follows_it(client, news_site, article):
    person = AffiliationFactory().person
    person.bio = f'<p>كتب <a linktype="page" id="{article.pk}">خبر اليوم</a>.</p>'
    person.save()

    def read():
        return client.get(f"/api/newsroom/people/{person.pk}/").json()["bio"]

    assert article.get_url() in read()
    article.slug = "renamed"
    article.save_revision().publish()
    assert "/technology/renamed/" in read()
    section = news_site.parent()
    section.slug = "tech"
    section.save_revision().publish()
    assert "/tech/renamed/" in read()
    article.get_parent().get_children().get(pk=article.pk).delete()
    assert "renamed" not in read()
    assert all_is_fresh()


def test_what_a_worker_has_not_yet_indexed_is_known_to_be_shown(client, news_site, settings):
    image = wagtail_factories.ImageFactory(title="صورة", file__width=300, file__height=200)
    related = make_article(news_site.section, title="قديم", slug="related")
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    page = make_article(
        news_site.section, title="خبر", slug="new", related=[("article", related)], hero_image=image, hero_alt=""
    )
    assert [one["title"] for one in document(client, page)["related"]] == ["قديم"]
    image.description = "وصف جديد"
    image.save()
    ArticlePage.objects.get(pk=related.pk).unpublish()
    shown = document(client, page)
    assert (shown["related"], shown["hero"]["alt"]) == ([], "وصف جديد")
    assert all_is_fresh()


@pytest.mark.parametrize("is_named_before", [False, True])
def test_whoever_changes_between_saving_and_publishing_is_shown_as_they_are_by_then(
    client, news_site, settings, is_named_before
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    person, topic = AffiliationFactory().person, TopicFactory()
    related = make_article(news_site.section, title="قديم", slug="related")
    told = make_article(news_site.section, quote("قال.", person), title="خبر", slug="told", people=[person])
    page = told if is_named_before else make_article(news_site.section, title="خبر", slug="untold")
    document(client, page)
    page.body, page.bylines = told.body, told.bylines
    page.topics, page.related = [("topic", topic)], [("article", related)]
    revision = page.save_revision()

    def change(_page):
        person.name = "جديد"
        person.save()
        topic.unpublish()
        card = Page.objects.get(pk=related.pk)
        card.title = "عنوان جديد"
        card.save()

    with whenever_saved(ArticlePage, change):
        revision.publish()
    shown = document(client, page)
    assert shown["body"][0]["value"]["person"]["name"] == "جديد"
    assert [byline["person"]["name"] for byline in shown["bylines"]] == ["جديد"]
    assert (shown["topics"], [one["title"] for one in shown["related"]]) == ([], ["عنوان جديد"])
    assert all_is_fresh()


def test_an_organisation_that_is_withdrawn_is_named_beside_no_speaker(client, news_site):
    affiliation = AffiliationFactory(role="مدير")
    page = make_article(news_site.section, quote("قال.", affiliation.person), title="خبر", slug="said")
    name = affiliation.organisation.name
    assert name in str(document(client, page))
    affiliation.organisation.unpublish()
    assert name not in str(document(client, page))
    assert name not in client.get(page.get_url()).content.decode()


def test_an_agency_is_linked_to_as_its_organisation_has_it_now(client, news_site):
    page = make_article(news_site.section, title="خبر", slug="wired", dateline_place="دبي", dateline_agency="وام")

    def website():
        return re.findall(r"https://\w+\.wam/", str(document(client, page)["seo"]))

    assert website() == []
    agency = OrganisationFactory(name="وام", website="https://first.wam/")
    assert website() == ["https://first.wam/"]
    agency.website = "https://second.wam/"
    agency.save()
    assert website() == ["https://second.wam/"]
    agency.name = "وكالة أخرى"
    agency.save()
    assert website() == []
    agency.name = "وام"
    agency.save()
    assert website() == ["https://second.wam/"]
    agency.unpublish()
    assert website() == []
    assert all_is_fresh()


def test_a_page_about_somebody_that_becomes_one_about_another(client, news_site):
    one, other = AffiliationFactory().person, AffiliationFactory().person
    stories = [
        make_article(news_site.section, title=who.name, slug=f"by-{who.pk}", people=[who]) for who in (one, other)
    ]
    about = publish(news_site.front, PersonPage(title="صفحة", slug="about", locale=news_site.ar, person=one))

    def linked():
        return ["/about/" in str(document(client, story)["seo"]) for story in stories]

    assert linked() == [True, False]
    about = PersonPage.objects.get(pk=about.pk)
    about.person = other
    about.save_revision().publish()
    assert linked() == [False, True]
    assert all_is_fresh()
