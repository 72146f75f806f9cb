"""Every endpoint answers for a newsroom with one of everything, within its contract."""

import pytest

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db


def get(client, endpoint, /, **query):
    response = client.get(NEWSROOM + endpoint, query)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_articles_are_listed_whole(client, newsroom):
    listed = get(client, "articles/", lang="ar")
    assert [item["id"] for item in listed["items"]] == [newsroom.article.pk]
    assert listed["items"][0] == get(client, f"articles/{newsroom.article.pk}/")
    assert listed["next"] is None


@pytest.mark.parametrize("form", ["pk", "slug"])
def test_articles_are_found_by_what_they_are_about(client, newsroom, form):
    objects = {
        "section": newsroom.site.section,
        "topic": newsroom.topic,
        "person": newsroom.person,
        "summit": newsroom.summit,
    }
    for name, target in objects.items():
        listed = get(client, "articles/", lang="ar", **{name: getattr(target, form)})
        assert [item["id"] for item in listed["items"]] == [newsroom.article.pk], name


def test_a_summit_has_its_sessions(client, newsroom):
    document = get(client, f"summits/{newsroom.summit.pk}/")
    assert [session["title"] for session in document["sessions"]] == ["ورشة عمل"]
    assert get(client, f"summits/{newsroom.summit.pk}/sessions/")["items"] == document["sessions"]
    [item] = get(client, "sessions/")["items"]
    assert item["summit"]["id"] == newsroom.summit.pk
    assert [one["id"] for one in get(client, "sessions/", person=newsroom.person.pk)["items"]] == [item["id"]]
    assert [one["id"] for one in get(client, "summits/", start__gte="2014-09-17")["items"]] == [newsroom.summit.pk]
    assert get(client, "summits/", start__gt="2014-09-17")["items"] == []


def test_calendars(client, newsroom):
    for path in (
        f"summits/{newsroom.summit.pk}.ics",
        "summits/all.ics",
        f"summits/section/{newsroom.site.section.pk}.ics",
    ):
        response = client.get(NEWSROOM + path)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert response.content.startswith(b"BEGIN:VCALENDAR")


def test_people_and_their_quotes(client, newsroom):
    [item] = get(client, "people/")["items"]
    assert item["name"] == newsroom.person.name
    assert item == get(client, f"people/{newsroom.person.pk}/")
    [quote] = get(client, f"people/{newsroom.person.pk}/quotes/", lang="ar")["items"]
    assert quote["text"] == "يملك الجمهور توجهاً إيجابياً"
    assert quote["role"] == "مدير برنامج الحوكمة"
    assert quote["page"]["id"] == newsroom.article.pk


def test_sources_and_where_they_are_cited(client, newsroom):
    [item] = get(client, "sources/")["items"]
    document = get(client, f"sources/{newsroom.source.pk}/")
    assert item["id"] == newsroom.source.pk
    assert [page["id"] for page in document["cited_in"]] == [newsroom.article_en.pk, newsroom.article.pk]
    [csl] = get(client, f"articles/{newsroom.article.pk}/citations.json")
    assert csl["title"] == "تقرير الإعلام الاجتماعي العربي"
    bib = client.get(f"{NEWSROOM}articles/{newsroom.article.pk}/citations.bib")
    assert "تقرير الإعلام الاجتماعي العربي" in bib.content.decode()


def test_a_page_by_its_path(client, newsroom):
    document = get(client, f"articles/{newsroom.article_en.pk}/")
    assert document["path"] == "/en/technology/summit-convenes/"
    assert get(client, "articles/by-path/", path=document["path"]) == document
    assert get(client, "articles/by-path/", path="/technology/")["type"] == "section"
    assert get(client, "articles/by-path/", path="/")["type"] == "page"


def test_search_marks_what_it_found(client, newsroom):
    items = get(client, "search/", q="الخدمات", lang="ar")["items"]
    assert [(item["type"], item["id"]) for item in items] == [("article", newsroom.article.pk)]
    assert items[0]["title_highlighted"] == "القمة تجتمع لتعزيز <mark>الخدمات</mark>"
    assert "person" in [item["type"] for item in get(client, "search/", q=newsroom.person.name)["items"]]


def test_the_site(client, newsroom):
    bundle = get(client, "site/")
    assert [locale["lang"] for locale in bundle["locales"]] == ["ar", "en"]
    assert [section["title"] for section in bundle["locales"][0]["sections"]] == ["تكنولوجيا"]
    assert bundle["locales"][0]["home"]["id"] == newsroom.site.front.pk
