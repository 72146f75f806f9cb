"""Old addresses lead to where their pages have gone, as they do on the site itself."""

from urllib.parse import quote

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests.articles.factories import make_article
from wagtail_gulf_summit.pages.models import ArticlePage

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
BY_PATH = f"{NEWSROOM}articles/by-path/"


def at(client, path):
    return client.get(BY_PATH, {"path": path})


@pytest.fixture
def story(news_site):
    return make_article(news_site.section, title="خبر", slug="story")


def move(story, slug):
    page = ArticlePage.objects.get(pk=story.pk)
    page.slug = slug
    page.save_revision().publish()
    return page


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_old_path_of_a_renamed_story_leads_to_the_new_one(client, story):
    old = at(client, "/technology/story/").json()["path"]
    move(story, "قمة")
    for asked in (old, old.rstrip("/"), f"{old}?utm_source=mail"):
        answer = at(client, asked)
        assert (answer.status_code, answer.json()) == (301, {"location": "/technology/قمة/", "permanent": True})
        assert answer["Location"] == f"{BY_PATH}?path={quote('/technology/قمة/')}"
        assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get(answer["Location"]).json()["id"] == story.pk


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_path_too_long_for_wagtails_column_leads_on_too(client, story):
    long = move(story, "ق" * 250)
    move(long, "short")
    answer = at(client, f"/technology/{'ق' * 250}/")
    assert (answer.status_code, answer.json()["location"]) == (301, "/technology/short/")


def test_redirects_are_found_by_their_query_and_lead_to_other_hosts_or_stay_on_this_one(client, story):
    Redirect.add_redirect("/old/?id=7", story.page_ptr, is_permanent=False)
    Redirect.add_redirect("/away/", "https://elsewhere.example/x", is_permanent=True)
    Redirect.add_redirect("/here/", "http://testserver/technology/story/", is_permanent=True)
    assert at(client, "/old/?id=7").status_code == 302
    assert at(client, "/old/?id=8").status_code == 404
    assert at(client, "/away/")["Location"] == "https://elsewhere.example/x"
    assert at(client, "/here/").json()["location"] == "/technology/story/"


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("https://ext.example/قديم?س=1#ب", "https://ext.example/%D9%82%D8%AF%D9%8A%D9%85?%D8%B3=1#%D8%A8"),
        ("https://ext.example/%D9%82?a=b%20c", "https://ext.example/%D9%82?a=b%20c"),
        ("https://موقع.example:8443/قمة", "https://xn--4gbrim.example:8443/%D9%82%D9%85%D8%A9"),
        (f"https://{'ق' * 70}.example/", f"https://{quote('ق' * 70)}.example/"),
    ],
)
def test_an_address_elsewhere_is_told_in_ascii_as_headers_have_it(client, story, target, location):
    Redirect.add_redirect("/away/", redirect_to=target)
    answer = at(client, "/away/")
    assert (answer.status_code, answer["Location"]) == (301, location)


def test_a_redirect_in_a_circle_leads_nowhere(client, story):
    Redirect.add_redirect("/self/", "/self/")
    Redirect.add_redirect("/a/", "/b/")
    Redirect.add_redirect("/b/", "/a/")
    Redirect.add_redirect("/c/", "/technology/story/")
    Redirect.add_redirect("/technology/story/", "/c/")
    assert [at(client, path).status_code for path in ("/self/", "/a/", "/b/", "/c/")] == [404, 404, 404, 301]


def test_a_redirect_to_a_page_that_nobody_may_see_leads_nowhere(client, story):
    Redirect.add_redirect("/old/", story.page_ptr)
    PageViewRestriction.objects.create(page=Page.objects.get(pk=story.pk), restriction_type="login")
    assert at(client, "/old/").status_code == 404


@pytest.mark.parametrize("path", ["/%00/", "/a%00b/", "/old%00/?x=1"])
def test_a_path_that_no_database_can_look_up_is_not_there(client, story, path):
    assert at(client, path).status_code == 404
