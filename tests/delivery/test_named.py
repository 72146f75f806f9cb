"""Lists find what a page names, whatever was hidden and shown again meanwhile, and nothing by what is hidden.

No document is computed here unless a reader asks for it: as where many are out of date and no worker runs.
"""

from datetime import timedelta

import pytest
import wagtail_factories
from django.core.files.storage import FileSystemStorage
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.events.factories import dubai, session, summit
from tests.people.factories import PersonFactory, translated
from tests.sites import republish, translate
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.delivery.kinds import ARTICLE
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.store.clock import to_micros
from wagtail_gulf_summit.delivery.store.lists import Asked, list_documents
from wagtail_gulf_summit.delivery.store.named import name_of
from wagtail_gulf_summit.delivery.store.visible import Place
from wagtail_gulf_summit.pages.models import FrontPage, SummitSeriesPage

from .doors import NEWSROOM, document, listed
from .edits.same import differences
from .watching import all_is_fresh

pytestmark = pytest.mark.django_db


def found(client, address, **query):
    return [item["id"] for item in client.get(NEWSROOM + address, query).json()["items"]]


def read_all(client):
    """Somebody reads all there is, and so has it computed."""
    for address in ("articles/", "summits/", "people/", "sources/"):
        found(client, address, limit=100)


@pytest.fixture
def series(news_site):
    page = SummitSeriesPage(title="قمة المعرفة", slug="knowledge", locale=news_site.ar)
    Page.objects.get(pk=news_site.front.pk).add_child(instance=page)
    return republish(page)


@pytest.fixture
def held(news_site, series):
    """A summit of the series on a topic, with a speaker."""
    speaker, topic = PersonFactory(), TopicFactory()
    stage = [session("ورشة", dubai(17, 9), dubai(17, 10), speakers=[(speaker, "speaker")])]
    fields = {"topics": [("topic", topic)], "body": [quote("أهلاً.", PersonFactory())]}
    page = summit(parent=series, title="القمة", slug="held", locale=news_site.ar, sessions=stage, **fields)
    return page, speaker, topic


@pytest.fixture
def story(news_site, held):
    """A story that covers the summit, by an author on a topic."""
    author, topic = PersonFactory(), TopicFactory()
    page = make_article(news_site.section, quote("نعم.", author), title="خبر", people=[author], about=[topic])
    page.summits = [("summit", held[0])]
    return republish(page), author, topic


def hide_and_show(client, one):
    """Withdraw ``one``, let readers see the site without it, and bring it back."""
    one = type(one).objects.get(pk=one.pk)
    one.unpublish()
    read_all(client)
    type(one).objects.get(pk=one.pk).save_revision().publish()


def test_a_story_is_found_by_a_topic_a_person_and_a_summit_that_were_withdrawn_and_brought_back(client, story, held):
    page, author, topic = story
    for name, one in {"topic": topic, "person": author, "summit": held[0]}.items():
        hide_and_show(client, one)
        assert (name, listed(client, **{name: one.pk})) == (name, [page.pk])
        assert (name, listed(client, **{name: one.slug})) == (name, [page.pk])
        read_all(client)
    assert all_is_fresh()


def test_a_summit_and_its_sessions_are_found_by_what_was_withdrawn_and_brought_back(client, held, series):
    page, speaker, topic = held
    for name, one in {"topic": topic, "person": speaker, "series": series}.items():
        hide_and_show(client, one)
        assert (name, found(client, "summits/", **{name: one.pk})) == (name, [page.pk])
        assert (name, len(found(client, "sessions/", **{name: one.pk}))) == (name, 1)
        read_all(client)
    assert all_is_fresh()


def test_nothing_is_found_by_what_is_withdrawn(client, story, held, series):
    page, author, topic = story
    of_summit = {"topic": held[2], "person": held[1], "series": series}
    for one in (topic, author, held[2], held[1], series):
        type(one).objects.get(pk=one.pk).unpublish()
    assert listed(client) == [page.pk]
    for name, one in {"topic": topic, "person": author}.items():
        assert (name, listed(client, **{name: one.pk}), listed(client, **{name: one.slug})) == (name, [], [])
        answer = client.get(f"{NEWSROOM}articles/", {name: one.pk, "count": "true"}).json()
        assert answer == {"items": [], "next": None, "count": 0}
    for name, one in of_summit.items():
        for address in ("summits/", "sessions/"):
            given = found(client, address, **{name: one.pk}) + found(client, address, **{name: one.slug})
            assert (address, name, given) == (address, name, [])


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def make_private(page):
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


def unpublish(page):
    Page.objects.get(pk=page.pk).specific.unpublish()


@pytest.mark.parametrize("hide", [expire, make_private, unpublish])
def test_nothing_is_found_by_a_summit_that_is_hidden(client, story, held, hide):
    assert listed(client, summit=held[0].pk) == listed(client, summit="held") == [story[0].pk]
    hide(held[0])
    assert listed(client, summit=held[0].pk) == listed(client, summit="held") == []
    assert found(client, "sessions/", summit=held[0].pk) == found(client, "sessions/", summit="held") == []
    assert listed(client) == [story[0].pk]


@pytest.mark.parametrize("hide", [expire, unpublish])
def test_stories_below_a_section_that_is_hidden_are_not_found_by_it(client, news_site, article, hide):
    section = news_site.section
    assert listed(client, section=section.pk) == listed(client, section="technology", lang="ar") == [article.pk]
    hide(section)
    assert listed(client, section=section.pk) == listed(client, section="technology") == []
    assert listed(client) == [article.pk]


def test_a_summit_that_expired_is_found_again_once_its_time_is_extended(client, story, held):
    expired = held[0]
    expired.expire_at = timezone.now() - timedelta(minutes=1)
    expired = republish(expired)
    read_all(client)
    assert listed(client, summit=expired.pk) == []
    expired.expire_at = None
    republish(expired)
    assert listed(client, summit=expired.pk) == [story[0].pk]


def test_a_summit_is_found_again_once_a_restriction_above_it_is_lifted(client, story, held, series):
    restriction = PageViewRestriction.objects.create(page=series.page_ptr, restriction_type="login")
    read_all(client)
    assert listed(client, summit=held[0].pk) == []
    restriction.delete()
    assert listed(client, summit=held[0].pk) == [story[0].pk]
    assert found(client, "summits/", series=series.pk) == [held[0].pk]


def test_nothing_is_found_by_a_summit_on_another_site(client, news_site, story):
    root = Page.get_first_root_node()
    elsewhere = republish(root.add_child(instance=FrontPage(title="موقع آخر", slug="x", locale=news_site.ar)))
    Site.objects.create(hostname="x.example.com", root_page=elsewhere)
    other = summit(parent=elsewhere, title="قمة أخرى", slug="other", locale=news_site.ar)
    page = story[0]
    page.summits = [("summit", other)]
    republish(page)
    assert listed(client, summit=other.pk) == listed(client, summit="other") == []
    Page.objects.get(pk=other.pk).move(Page.objects.get(pk=news_site.front.pk), pos="last-child")
    assert listed(client, summit=other.pk) == [page.pk]


@pytest.fixture
def abroad(news_site):
    """An English story that names Arabic records, and these."""
    topic, person, source = TopicFactory(), PersonFactory(), SourceFactory(title="تقرير")
    held = summit(parent=news_site.front, title="القمة", slug="held", locale=news_site.ar)
    page = make_article(
        news_site.section_en,
        paragraph(f"Said{marker(source)}."),
        title="Abroad",
        people=[person],
        about=[topic],
        covers=[held],
    )
    return page, {"topic": topic, "person": person, "summit": held, "source": source}


def by(name, one):
    return list_documents(Asked(ARTICLE, 100, keys=[(name, [one.pk])]), Place("testserver", 80)).ids


@pytest.mark.parametrize("name", ["topic", "person", "summit", "source"])
def test_a_story_is_found_by_the_record_in_its_language_as_long_as_that_is_published(client, news_site, abroad, name):
    page, named = abroad
    original = named[name]
    assert by(name, original) == [page.pk]
    english = translate(original, news_site.en) if name == "summit" else translated(original)
    assert (by(name, english), by(name, original)) == ([page.pk], [])
    read_all(client)
    english.unpublish()
    assert (by(name, english), by(name, original)) == ([], [page.pk])
    read_all(client)
    type(english).objects.get(pk=english.pk).save_revision().publish()
    assert (by(name, english), by(name, original)) == ([page.pk], [])
    assert differences() == []


def test_a_slug_finds_no_story_that_shows_the_record_of_another_slug(client, news_site, abroad):
    page, named = abroad
    translated(named["topic"], slug="artificial")
    TopicFactory(slug=named["topic"].slug, locale=news_site.en)
    assert (listed(client, topic="artificial"), listed(client, topic=named["topic"].slug)) == ([page.pk], [])


def test_stories_are_found_by_a_section_whose_own_document_is_missing(client, article):
    section = article.get_parent()
    StoredDocument.objects.filter(page_id=section.pk).delete()
    assert listed(client, section=section.pk) == listed(client, section=section.slug, lang="ar") == [article.pk]


def test_a_story_that_names_somebody_deleted_is_published_with_the_keys_it_would_be_computed_with(client, news_site):
    person, topic = PersonFactory(), TopicFactory()
    page = make_article(news_site.section, quote("نعم.", person), people=[person], about=[topic])
    person.delete()
    topic.delete()
    page.get_latest_revision().publish()
    assert document(client, page) is not None
    assert differences() == []


def test_a_publishers_model_of_the_same_name_is_in_no_key():
    own = type("Topic", (), {"_meta": Topic._meta, "live": True})()
    assert (name_of(Topic()), name_of(own)) == ("topic", None)


def test_documents_are_in_the_language_of_a_locale_under_its_new_code_at_once(client, article, news_site):
    read_all(client)
    for locale, code in ((news_site.en, "fr"), (news_site.ar, "en")):
        locale.language_code = code
        locale.save()
    assert listed(client, lang="ar") == []
    assert listed(client, lang="en") == [article.pk]


@pytest.fixture
def storage_fails(monkeypatch):
    def use(error):
        def fail(*args, **kwargs):
            raise error

        monkeypatch.setattr(FileSystemStorage, "_open", fail)

    return use


def illustrated(news_site):
    image = wagtail_factories.ImageFactory(title="صورة", file__width=300, file__height=200)
    image.renditions.all().delete()
    return make_article(news_site.section, title="خبر", hero_image=image)


def after_minutes(minutes):
    """What is out of date by then is so now."""
    then = to_micros(timezone.now() + timedelta(minutes=minutes))
    StoredDocument.objects.filter(changes_at__lte=then).update(changes_at=1)


def test_a_picture_that_the_storage_did_not_give_is_shown_once_it_does(client, news_site, storage_fails, monkeypatch):
    storage_fails(TimeoutError("the storage does not answer"))
    page = illustrated(news_site)
    assert (document(client, page)["hero"], listed(client)) == (None, [page.pk])
    monkeypatch.undo()
    assert document(client, page)["hero"] is None
    after_minutes(6)
    assert document(client, page)["hero"]["image"]["src"]
    assert all_is_fresh()


def test_a_storage_that_fails_after_the_file_was_not_at_hand_is_asked_again(client, news_site, storage_fails):
    remote = ConnectionError("the storage does not answer")
    remote.__context__ = FileNotFoundError("not at hand")
    storage_fails(remote)
    page = illustrated(news_site)
    assert document(client, page)["hero"] is None
    assert StoredDocument.objects.get(kind="article", object_id=page.pk).changes_at is not None


def test_a_picture_whose_file_is_gone_is_not_tried_again_and_again(client, news_site, storage_fails):
    storage_fails(FileNotFoundError("gone"))
    page = illustrated(news_site)
    assert document(client, page)["hero"] is None
    assert StoredDocument.objects.get(kind="article", object_id=page.pk).changes_at is None
