"""Conditional requests, caches, and the short way past middleware that public reads do not need."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date, parse_http_date

from tests.articles.factories import make_article
from tests.citations.factories import SourceFactory
from tests.events.factories import dubai, session, summit
from tests.people.factories import PersonFactory
from tests.sites import translate
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.previews import preview_token
from wagtail_gulf_summit.delivery.store import write

pytestmark = pytest.mark.django_db

SHORT_WAY = "wagtail_gulf_summit.api.middleware.NewsroomMiddleware"
NEWSROOM = "/api/newsroom/"


def grown_old(page):
    """``page``, whose document changed some time ago: what changed within this second has no date yet."""
    StoredDocument.objects.filter(object_id=page.pk).update(modified=1_600_000_000_250_000)
    return page


@pytest.fixture(params=["plain", "short"])
def way(request, settings):
    """With and without the package's middleware."""
    if request.param == "short":
        settings.MIDDLEWARE = [SHORT_WAY, *settings.MIDDLEWARE]
    return request.param


def test_a_document_is_its_stored_bytes_with_what_caches_need(client, article, way):
    grown_old(article)
    response = client.get(f"{NEWSROOM}articles/{article.pk}/")
    row = StoredDocument.objects.get(kind="article", object_id=article.pk)
    assert response.content == row.document.encode()
    assert response["ETag"] == f'"{row.etag}"'
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Surrogate-Key"] == f"article-{article.pk}"
    assert response["Content-Length"] == str(len(response.content))
    assert parse_http_date(response["Last-Modified"]) == 1_600_000_001
    assert "Cookie" not in response.get("Vary", "")
    if way == "short":
        assert "Vary" not in response


def test_a_document_tells_its_own_language_and_not_the_readers(client, news_site, article, way):
    abroad = translate(article, news_site.en, title="Today", slug="today")
    person, source = PersonFactory(), SourceFactory()
    held = summit(parent=news_site.front, title="قمة", slug="held", locale=news_site.ar)
    languages = {
        f"articles/{article.pk}/": "ar",
        f"articles/{article.pk}/?fields=title": "ar",
        f"articles/{abroad.pk}/": "en",
        "articles/by-path/?path=/en/technology/today/": "en",
        f"summits/{held.pk}/": "ar",
        f"summits/{held.pk}/sessions/": "ar",
        f"people/{person.pk}/": person.locale.language_code,
        f"sources/{source.pk}/": source.locale.language_code,
        f"articles/{abroad.pk}/citations.json": "en",
        "feeds/atom/?lang=en": "en",
        f"preview/?token={preview_token(abroad)}": "en",
    }
    for address, language in languages.items():
        response = client.get(NEWSROOM + address, headers={"Accept-Language": "en" if language == "ar" else "ar"})
        assert (address, response.status_code, response["Content-Language"]) == (address, 200, language)
        if tag := response.get("ETag"):
            again = client.get(NEWSROOM + address, headers={"If-None-Match": tag})
            assert (address, again.status_code, again["Content-Language"]) == (address, 304, language)
    if way == "short":
        for address in [*languages, "articles/", "site/", "feeds/rss/", f"comments/?page={article.pk}"]:
            assert "Vary" not in client.get(NEWSROOM + address), address


def test_a_reader_who_has_it_is_told_so_in_one_query_without_its_text(client, article, way, monkeypatch):
    grown_old(article)
    address = f"{NEWSROOM}articles/{article.pk}/"
    first = client.get(address)
    monkeypatch.setattr(write, "build", None)
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        with CaptureQueriesContext(connection) as queries:
            again = client.get(address, headers=headers)
        assert (again.status_code, again.content, len(queries)) == (304, b"", 1)
        assert again["ETag"] == first["ETag"]
        assert way == "plain" or "Content-Length" not in again


@pytest.mark.parametrize("address", ["articles/{}/", "articles/{}/citations.json", "articles/{}/citations.bib"])
def test_what_changes_twice_in_a_second_is_never_taken_for_what_it_was(client, article, way, monkeypatch, address):
    address = NEWSROOM + address.format(article.pk)
    second = 1_600_000_000
    documents = StoredDocument.objects.filter(object_id=article.pk)

    def get(at, since):
        monkeypatch.setattr("wagtail_gulf_summit.api.http.time", lambda: at)
        return client.get(address, headers={"If-Modified-Since": http_date(since)})

    for changed in (0, 0.25, 0.75):
        documents.update(modified=int((second + changed) * 1_000_000))
        answer = get(second + changed, second + 1)
        assert (answer.status_code, "Last-Modified" in answer) == (200, False)
        assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    later = get(second + 1, second)
    assert (later.status_code, later["Last-Modified"]) == (200, http_date(second + 1))
    assert get(second + 1.5, second + 1).status_code == 304
    documents.update(modified=(second + 1) * 1_000_000)
    assert get(second + 1.5, second + 1).status_code == 200


def test_what_is_made_of_a_document_is_purged_with_it(client, news_site, article, way):
    held = summit(
        parent=news_site.front, title="قمة", slug="held", locale=news_site.ar, sessions=[session("ورشة", dubai(17, 9))]
    )
    person = PersonFactory()
    keys = {
        f"articles/{article.pk}/?fields=title": f"article-{article.pk}",
        f"articles/{article.pk}/citations.json": f"article-{article.pk}",
        f"articles/{article.pk}/citations.bib": f"article-{article.pk}",
        f"people/{person.pk}/?fields=name": f"person-{person.pk}",
        f"summits/{held.pk}/?fields=title": f"summit-{held.pk}",
        f"summits/{held.pk}.ics": f"summit-{held.pk}",
        f"sessions/{held.summit_sessions.get().pk}.ics": f"summit-{held.pk}",
    }
    for address, key in keys.items():
        answer = client.get(NEWSROOM + address)
        assert (address, answer.status_code, answer.get("Surrogate-Key")) == (address, 200, key)
        again = client.get(NEWSROOM + address, headers={"If-None-Match": answer["ETag"]})
        assert (address, again.status_code, again.get("Surrogate-Key")) == (address, 304, key)


def test_a_changed_document_has_another_tag(client, article, way):
    address = f"{NEWSROOM}articles/{article.pk}/"
    tag = client.get(address)["ETag"]
    article.title = "عنوان آخر"
    article.save_revision().publish()
    response = client.get(address, headers={"If-None-Match": tag})
    assert (response.status_code, response.json()["title"]) == (200, "عنوان آخر")


def test_a_list_is_known_by_the_tags_of_what_it_holds(client, article, way):
    address = f"{NEWSROOM}articles/?lang=ar"
    first = client.get(address)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    article.unpublish()
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.json()["items"]) == (200, [])


def test_what_is_no_plain_answer_takes_the_ordinary_way(client, article, way):
    missing = client.get(f"{NEWSROOM}articles/{article.pk + 999}/", headers={"Accept-Language": "en"})
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")
    assert missing.json()["detail"] == "There is nothing here."
    wrong = client.get(f"{NEWSROOM}articles/?limitt=1")
    assert (wrong.status_code, [error["field"] for error in wrong.json()["errors"]]) == (400, ["limitt"])
    assert client.get(f"{NEWSROOM}articles/x/").status_code in (400, 404)
    assert client.post(f"{NEWSROOM}articles/{article.pk}/").status_code == 405
    head = client.head(f"{NEWSROOM}articles/{article.pk}/")
    assert (head.status_code, head.content) == (200, b"")


def test_the_short_way_opens_no_session_and_leaves_the_site_alone(client, admin_client, article, settings):
    settings.MIDDLEWARE = [SHORT_WAY, *settings.MIDDLEWARE]
    with CaptureQueriesContext(connection) as queries:
        response = admin_client.get(f"{NEWSROOM}articles/{article.pk}/")
    assert (response.status_code, len(queries)) == (200, 1)
    assert client.get("/technology/today/").status_code == 200


def test_the_number_of_queries_is_one_for_one_and_for_many(client, news_site, way):
    for count in (1, 3):
        while StoredDocument.objects.filter(kind="article").count() < count:
            page = make_article(news_site.section)
        addresses = {
            f"articles/{page.pk}/": 1,
            "articles/": 1,
            "articles/?fields=card": 1,
            "articles/?lang=ar&count=true": 2,
            f"articles/?section={news_site.section.pk}": 1,
            "articles/by-path/?path=/technology/story-1/": 1,
        }
        for address, most in addresses.items():
            client.get(NEWSROOM + address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(NEWSROOM + address).status_code == 200
            assert (address, len(queries)) == (address, most)


class Recorded:
    """A cache backend that keeps what it was asked to forget."""

    purged: list[str] = []

    def __init__(self, params):
        self.hostnames = None

    def invalidates_hostname(self, hostname):
        return True

    def purge(self, url):
        self.purged.append(url)

    def purge_batch(self, urls):
        self.purged.extend(urls)


def test_caches_forget_what_changed_after_the_commit(
    client, article, settings, django_capture_on_commit_callbacks, monkeypatch
):
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": "tests.delivery.test_http.Recorded"}}
    monkeypatch.setattr(Recorded, "purged", [])
    client.get(f"{NEWSROOM}articles/{article.pk}/")
    section = article.get_parent().specific
    section.title = "علوم"
    connection.run_on_commit.clear()  # what the fixtures left to a commit that never comes
    with django_capture_on_commit_callbacks(execute=True):
        section.save_revision().publish()
        assert f"http://testserver{NEWSROOM}articles/{article.pk}/" not in Recorded.purged
    assert f"http://testserver{NEWSROOM}articles/{article.pk}/" in Recorded.purged
    assert "http://testserver/technology/today/" in Recorded.purged
