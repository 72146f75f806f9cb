"""One domain for each language: sites whose root pages are translations of each other show the same pages."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Site

from tests.articles.factories import make_article, paragraph
from tests.sites import publish, translate
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.pages.models import FrontPage

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
ENGLISH = "english.example"
OTHER = "other.example"


@pytest.fixture
def english(newsroom):
    """The English front page of the newsroom made the root of a site."""
    return Site.objects.create(hostname=ENGLISH, root_page=newsroom.site.front_en, site_name="The newsroom")


@pytest.fixture
def other(newsroom):
    """A site of its own, with one story."""
    front = publish(newsroom.site.front.get_parent(), FrontPage(title="غيرها", slug="other", locale=newsroom.site.ar))
    site = Site.objects.create(hostname=OTHER, root_page=front)
    return site, make_article(front, paragraph("نص"), title="خبر غيرها", slug="elsewhere")


def there(host=ENGLISH):
    return Client(SERVER_NAME=host)


def ids(client, path, **query):
    return [item["id"] for item in client.get(f"{NEWSROOM}{path}", query).json()["items"]]


def test_each_domain_lists_the_stories_of_all_languages(newsroom, english, client):
    both = [newsroom.article_en.pk, newsroom.article.pk]
    assert ids(there(), "articles/") == ids(client, "articles/") == both
    assert ids(there(), "articles/", lang="en") == [newsroom.article_en.pk]
    assert ids(there(), "articles/", topic=newsroom.topic.pk) == ids(client, "articles/", topic=newsroom.topic.pk)
    assert ids(there(), "summits/") == [newsroom.summit.pk]


def test_a_story_is_one_document_on_both_domains(newsroom, english, client):
    address = f"{NEWSROOM}articles/{newsroom.article_en.pk}/"
    here, on_english = client.get(address), there().get(address)
    assert here.content == on_english.content
    assert here["ETag"] == on_english["ETag"]
    path = here.json()["path"]
    found = there().get(f"{NEWSROOM}articles/by-path/", {"path": path})
    assert found.json()["id"] == newsroom.article_en.pk


def test_search_finds_stories_on_both_domains(newsroom, english, client):
    query = {"q": "convenes", "type": "article"}
    assert ids(there(), "search/", **query) == ids(client, "search/", **query) == [newsroom.article_en.pk]


def test_a_story_published_later_is_on_both_domains(newsroom, english, client):
    story = translate(
        make_article(newsroom.site.section, paragraph("نص"), title="لاحق", slug="later"), newsroom.site.en
    )
    for one in (client, there()):
        assert story.pk in ids(one, "articles/")
    call_command("gulf_summit_compare_documents", stdout=StringIO())


def test_a_site_of_its_own_shares_nothing_with_them(newsroom, english, other):
    _site, story = other
    assert ids(there(OTHER), "articles/") == [story.pk]
    assert story.pk not in ids(there(), "articles/")
    assert there(OTHER).get(f"{NEWSROOM}articles/{newsroom.article.pk}/").status_code == 404
    assert there().get(f"{NEWSROOM}articles/{story.pk}/").status_code == 404


def test_a_domain_that_goes_leaves_its_pages_to_the_other(newsroom, english, client):
    roots = set(StoredDocument.objects.filter(page__isnull=False).values_list("root_id", flat=True))
    assert len(roots) == 1
    english.delete()
    assert newsroom.article_en.pk in ids(client, "articles/")
    # Now the first of the two goes instead: the English one alone shows what both did.
    english = Site.objects.create(hostname=ENGLISH, root_page=newsroom.site.front_en, is_default_site=False)
    Site.objects.exclude(pk=english.pk).delete()
    assert ids(there(), "articles/") == [newsroom.article_en.pk, newsroom.article.pk]
    call_command("gulf_summit_compare_documents", stdout=StringIO())


def test_without_translations_each_domain_has_its_own_language(newsroom, english, client, settings):
    settings.WAGTAIL_I18N_ENABLED = False
    Site.clear_site_root_paths_cache()
    call_command("gulf_summit_rebuild_documents", stdout=StringIO())
    assert ids(there(), "articles/") == [newsroom.article_en.pk]
    assert newsroom.article_en.pk not in ids(client, "articles/")
