"""What is asked wrongly is told so; cursors and preview links do what they promise."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.factories import make_article, quote
from tests.citations.factories import SourceFactory
from tests.events.factories import dubai, session, summit
from tests.people.factories import PersonFactory, translated
from tests.sites import translate
from wagtail_gulf_summit.delivery.documents import StoredSource
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.previews import preview_token
from wagtail_gulf_summit.delivery.store import write
from wagtail_gulf_summit.pages.models import ArticlePage

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db


def get(client, endpoint, /, **query):
    return client.get(NEWSROOM + endpoint, query)


@pytest.fixture
def stories(news_site):
    """Seven articles, an hour apart."""
    now = timezone.now() - timedelta(days=1)
    return [
        make_article(
            news_site.section,
            title=f"خبر {number}",
            slug=f"story-{number}",
            first_published_at=now + timedelta(hours=number),
        )
        for number in range(7)
    ]


def test_a_reader_who_turns_pages_misses_nothing_and_meets_nothing_twice_while_stories_come_and_go(
    client, stories, news_site
):
    seen, cursor = [], {}
    while True:
        answer = get(client, "articles/", limit=2, **cursor).json()
        seen += [item["id"] for item in answer["items"]]
        if answer["next"] is None:
            break
        cursor = {"cursor": answer["next"]}
        make_article(news_site.section, title="خبر جديد", slug=f"new-{len(seen)}")
        if len(seen) == 2:
            stories[6].unpublish()
    assert seen == [story.pk for story in reversed(stories)]


def test_a_reader_of_quotes_misses_none_while_a_story_is_taken_down_and_put_up_again(client, stories, news_site):
    person = PersonFactory()
    for number in range(3):
        said = [quote(f"قول {number} {line}", person) for line in range(2)]
        make_article(news_site.section, *said, slug=f"said-{number}", first_published_at=stories[0].first_published_at)
    whole = [item["text"] for item in get(client, f"people/{person.pk}/quotes/").json()["items"]]
    seen, cursor = [], {}
    while True:
        answer = get(client, f"people/{person.pk}/quotes/", limit=1, **cursor).json()
        seen += [item["text"] for item in answer["items"]]
        if answer["next"] is None:
            break
        cursor = {"cursor": answer["next"]}
        story = ArticlePage.objects.get(slug="said-1")
        story.unpublish()
        ArticlePage.objects.get(pk=story.pk).save_revision().publish()
    assert seen == whole
    assert len(whole) == 6


@pytest.mark.parametrize("cursor", ["x", "", "AAAA", "!" * 300, "WzEsMl0"])
def test_a_cursor_that_the_api_did_not_give_is_refused(client, stories, cursor):
    response = get(client, "articles/", cursor=cursor)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"published_at__gte": "yesterday"}, "published_at__gte"),
        ({"published_at__lt": "2014-02-30"}, "published_at__lt"),
        ({"published_at__gte": "2014-01-01T25:00:00Z"}, "published_at__gte"),
        ({"limit": "0"}, "limit"),
        ({"limit": "1000"}, "limit"),
        ({"lang": "xx"}, "lang"),
        ({"count": "yes"}, "count"),
        ({"limitt": "5"}, "limitt"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_named(client, query, field):
    response = get(client, "articles/", **query)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert [error["field"] for error in response.json()["errors"]] == [field]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("articles/?fields=titel", "There is no such field: titel."),
        ("search/?q=a&type=x", "There is no such type. There are: article, summit, person."),
        ("articles/?lang=xx", "There is no such language."),
        ("summits/?state=x", "Enter one of: upcoming, running, past."),
    ],
)
def test_a_problem_is_told_in_one_language(client, news_site, settings, address, says):
    settings.ROOT_URLCONF = "tests.api.own_prefix_urls"
    root = "/ar/deep/news/"
    answer = client.get(root + address, headers={"Accept-Language": "en"}).json()
    assert [error["message"].startswith(says) for error in answer["errors"]] == [True]


@pytest.mark.parametrize("address", ["openapi.json", "docs/"])
def test_the_contract_is_read_and_nothing_else_is_done_to_it(client, db, address):
    asked = client.options(NEWSROOM + address)
    assert (asked.status_code, asked.content, asked["Allow"]) == (204, b"", "GET, HEAD, OPTIONS")
    posted = client.post(NEWSROOM + address)
    assert (posted.status_code, posted.json()["code"]) == (405, "method-not-allowed")
    assert posted["Allow"] == "GET, HEAD, OPTIONS"
    assert client.get(NEWSROOM + address).status_code == 200


def test_a_reader_who_does_not_take_json_is_told_what_there_is(client, stories):
    response = client.get(f"{NEWSROOM}articles/", headers={"Accept": "text/csv"})
    assert (response.status_code, response.json()["available"]) == (406, ["application/json"])


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post"])
def test_documents_cannot_be_written_and_the_answer_says_what_can_be_done(client, stories, method):
    response = getattr(client, method)(f"{NEWSROOM}articles/{stories[0].pk}/")
    assert response.status_code == 405
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_preview_link_shows_the_latest_draft_and_no_cache_keeps_it(client, stories):
    story = stories[0]
    story.title = "مسودة"
    story.save_revision()
    response = get(client, "preview/", token=preview_token(story))
    assert (response.status_code, response.json()["title"]) == (200, "مسودة")
    assert response["Cache-Control"] == "private, no-store"
    assert get(client, f"articles/{story.pk}/").json()["title"] == "خبر 0"


def test_a_preview_link_shows_a_page_that_was_never_published(client, stories):
    story = stories[0]
    story.unpublish()
    assert get(client, f"articles/{story.pk}/").status_code == 404
    assert get(client, "preview/", token=preview_token(story)).json()["id"] == story.pk


def test_a_preview_link_ends(client, stories, settings):
    token = preview_token(stories[0])
    settings.GULF_SUMMIT_PREVIEW_SECONDS = -1
    response = get(client, "preview/", token=token)
    assert (response.status_code, response.json()["code"]) == (403, "token-expired")
    response = get(client, "preview/", token=token[:-1] + ("A" if token[-1] != "A" else "B"))
    assert (response.status_code, response.json()["code"]) == (403, "token-invalid")
    stories[0].delete()
    settings.GULF_SUMMIT_PREVIEW_SECONDS = 60
    assert get(client, "preview/", token=token).status_code == 404


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_not_there_is_told_so_where_all_languages_have_a_prefix(client, news_site, settings, language):
    settings.ROOT_URLCONF = "tests.api.prefixed_urls"
    for address in ("articles/999/", "articles/by-path/?path=/x/", "nothing/"):
        answer = client.get(NEWSROOM + address, headers={"Accept-Language": language})
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("urlconf", "root"),
    [
        ("tests.projects.full.urls", "/api/newsroom/"),
        ("tests.api.prefixed_urls", "/api/newsroom/"),
        ("tests.api.own_prefix_urls", "/en/deep/news/"),
    ],
)
def test_who_asks_for_the_api_itself_is_told_where_its_contract_is(client, news_site, settings, urlconf, root):
    settings.ROOT_URLCONF = urlconf
    answer = client.get(root, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json() == {
        "type": "urn:gulf-summit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is nothing here. The addresses that there are stand in the contract.",
        "code": "not-found",
        "openapi": f"http://testserver{root}openapi.json",
        "docs": f"http://testserver{root}docs/",
    }
    for address in (answer.json()["openapi"], answer.json()["docs"]):
        assert client.get(address).status_code == 200


def test_a_cursor_of_another_list_is_refused(client, stories):
    cursor = get(client, "articles/", limit=2).json()["next"]
    people = {f"people/{PersonFactory().pk}/quotes/": {}}
    for address, query in {"search/": {"q": "خبر"}, "people/": {}, "summits/": {}, "sessions/": {}, **people}.items():
        answer = get(client, address, cursor=cursor, **query)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor"), address
    following = get(client, "search/", q="خبر", limit=2).json()["next"]
    assert get(client, "search/", q="خبر", limit=2, cursor=following).status_code == 200
    assert get(client, "search/", q="أخبار", limit=2, cursor=following).status_code == 400


def test_a_filter_that_names_nothing_gives_an_empty_list_like_any_other(client, stories):
    answer = get(client, "articles/", section="nowhere", count="true")
    assert answer.json() == {"items": [], "next": None, "count": 0}
    assert get(client, "articles/", section="nowhere", cursor="x").status_code == 400


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_that_no_database_can_hold_is_refused(client, news_site, moment):
    person = PersonFactory()
    for address, name in {
        "articles/": "published_at",
        "sessions/": "start",
        f"people/{person.pk}/quotes/": "published_at",
    }.items():
        answer = get(client, address, **{f"{name}__gte": moment})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, f"{name}__gte")


def test_a_document_that_cannot_be_computed_does_not_end_a_list(client, stories, monkeypatch):
    StoredDocument.objects.filter(object_id=stories[4].pk).update(stale=True)
    monkeypatch.setattr(write, "build", None)
    seen, cursor = [], {}
    while cursor is not None:
        answer = get(client, "articles/", limit=2, **cursor).json()
        seen += [item["id"] for item in answer["items"]]
        cursor = {"cursor": answer["next"]} if answer["next"] else None
    assert seen == [story.pk for story in reversed(stories) if story is not stories[4]]


def test_a_field_that_is_named_twice_gives_all_that_was_asked_of_it(client, stories):
    answer = get(client, "articles/", fields="section(title),section(slug),title", limit=1).json()["items"][0]
    assert set(answer) == {"section", "title"}
    assert set(answer["section"]) == {"title", "slug"}
    whole = get(client, "articles/", fields="section,section(slug)", limit=1).json()["items"][0]
    assert "html_url" in whole["section"]


def test_a_list_of_sources_is_of_whole_documents(client, news_site):
    SourceFactory(title="تقرير")
    (item,) = get(client, "sources/").json()["items"]
    assert StoredSource.model_validate(item)
    assert get(client, "sources/", fields="card").json()["items"][0].keys() < item.keys()


def test_a_session_is_found_by_whom_its_summit_shows_in_its_language(client, news_site):
    speaker = PersonFactory()
    english = translated(speaker, "en")
    stage = [session("ورشة", dubai(17, 9), dubai(17, 10), speakers=[(speaker, "speaker")])]
    held = summit(parent=news_site.front, title="قمة", slug="held", locale=news_site.ar, sessions=stage)
    abroad = translate(held, news_site.en, title="Summit")
    found = get(client, "sessions/", person=english.pk, lang="en").json()["items"]
    assert [one["summit"]["id"] for one in found] == [abroad.pk]
    english.unpublish()
    assert get(client, "sessions/", person=english.pk).json()["items"] == []
