"""The sources desk of the admin."""

import json
import re

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.citations.factories import SourceFactory, locale, make_article, paragraph
from wagtail_gulf_summit.citations.desk.cite import cited_fields
from wagtail_gulf_summit.citations.duplicates import duplicates_of
from wagtail_gulf_summit.citations.merging import merge_sources
from wagtail_gulf_summit.citations.models import LinkCheck, Source

pytestmark = pytest.mark.django_db


def url(name: str, *args) -> str:
    return reverse(Source.snippet_viewset.get_url_name(name), args=args)


def test_list_counts_where_each_source_is_cited(admin_client):
    cited = SourceFactory(title="مذكور")
    make_article(paragraph("أ", cited, cited))
    make_article(paragraph("ب", cited))
    response = admin_client.get(url("list"))
    assert [(source.title, source.cited_in) for source in response.context["object_list"]] == [("مذكور", 2)]
    assert url("usage", cited.pk) in response.content.decode()


@pytest.mark.parametrize("query", ["الانترنت", "مؤسسه", "2014", "انترنت المؤسسات"])
def test_list_is_searched_in_any_spelling(admin_client, query):
    found = SourceFactory(title="توجهات الإنترنت في المؤسسات ٢٠١٤")
    SourceFactory(title="شيء آخر")
    response = admin_client.get(url("list"), {"q": query})
    assert list(response.context["object_list"]) == [found]


def test_list_takes_as_many_queries_for_many_as_for_one(admin_client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(url("list"))
        # wagtail-localize asks twice for each row whether it can be translated.
        theirs = ("wagtail_localize_translatableobject", 'FROM "wagtailcore_locale" WHERE NOT')
        return len([query for query in captured if not any(part in query["sql"] for part in theirs)])

    SourceFactory()
    admin_client.get(url("list"))
    one = queries()
    SourceFactory.create_batch(15)
    assert queries() == one


def test_source_is_created_and_edited_in_the_admin(admin_client):
    assert admin_client.get(url("add")).status_code == 200
    source = SourceFactory()
    assert admin_client.get(url("edit", source.pk)).status_code == 200
    assert admin_client.get(url("usage", source.pk)).status_code == 200


def test_merge_from_the_list(admin_client):
    keep, other = SourceFactory(), SourceFactory()
    page = make_article(paragraph("أ", other))
    merge = reverse("wagtail_bulk_action", args=["gulf_summit_citations", "source", "merge"])
    address = f"{merge}?id={keep.pk}&id={other.pk}&next={url('list')}"
    assert admin_client.get(address).status_code == 200
    response = admin_client.post(address, {"keep": keep.pk, "next": url("list")})
    assert response.status_code == 302
    assert list(Source.objects.all()) == [keep]
    page.refresh_from_db()
    assert f'id="{keep.pk}"' in page.body[0].value.source


def test_duplicates_are_listed_with_a_link_to_merge_them(admin_client):
    sources = [
        SourceFactory(title="تقرير الإعلام، 2014"),
        SourceFactory(title="تقرير الاعلام ٢٠١٤"),
        SourceFactory(title="أ", doi="10.1000/x"),
        SourceFactory(title="ب", doi="https://doi.org/10.1000/X"),
        SourceFactory(title="ج", url="https://www.example.org/a/"),
        SourceFactory(title="د", url="http://example.org/a#top"),
        SourceFactory(title="ه", isbn="0-306-40615-2"),
        SourceFactory(title="و", isbn="978-0306406157"),
        SourceFactory(title="وحيد"),
        SourceFactory(title="تقرير الإعلام، 2014", year=2013),
    ]
    response = admin_client.get(reverse("gulf_summit_citations:duplicates"))
    groups = [[source for source, _count in group["sources"]] for group in response.context["groups"]]
    assert sorted(groups, key=lambda group: group[0].pk) == [sources[0:2], sources[2:4], sources[4:6], sources[6:8]]


@pytest.mark.parametrize(
    "fields",
    [{"isbn": "0-306-40615-2"}, {"doi": "https://doi.org/10.1000/X"}, {"title": "توجهات الانترنت"}],
)
def test_a_duplicate_is_found_among_many_sources_that_look_alike(fields):
    SourceFactory.create_batch(10, title="شيء عن توجهات الانترنت")
    kept = SourceFactory(title="توجهات الإنترنت", isbn="978-0-306-40615-7", doi="10.1000/x")
    assert duplicates_of(SourceFactory.build(locale=locale(), **fields)) == [kept]


@pytest.mark.parametrize("query", ["978-0-306-40615-7", "0306406152", "https://doi.org/10.1000/X", "10.1000/x"])
def test_a_source_is_found_by_its_identifier_in_any_spelling(admin_client, query):
    kept = SourceFactory(isbn="978-0-306-40615-7", doi="10.1000/x")
    SourceFactory()
    assert list(admin_client.get(url("list"), {"q": query}).context["object_list"]) == [kept]


def test_translations_are_no_duplicates(admin_client):
    source = SourceFactory(doi="10.1000/x")
    source.copy_for_translation(locale("en")).save()
    assert admin_client.get(reverse("gulf_summit_citations:duplicates")).context["groups"] == []


def test_import_shows_what_was_found_then_creates_what_was_chosen(admin_client):
    SourceFactory(title="محفوظ")
    records = json.dumps([{"title": "محفوظ"}, {"title": "جديد", "type": "book"}])
    address = reverse("gulf_summit_citations:import")
    data = {"records": records, "locale": locale().pk}
    response = admin_client.post(address, data)
    assert [bool(row["duplicates"]) for row in response.context["found"]] == [True, False]
    assert Source.objects.count() == 1
    admin_client.post(address, {**data, "create": "1", "wanted": ["1"]})
    created = Source.objects.exclude(title="محفوظ").get()
    assert (created.title, created.kind, created.live) == ("جديد", "book", True)


def test_import_says_what_is_wrong(admin_client):
    response = admin_client.post(reverse("gulf_summit_citations:import"), {"records": "x", "locale": locale().pk})
    assert response.context["form"].errors["records"]


def test_dead_links_are_reported(admin_client, frozen_now):
    source = SourceFactory(title="ميت", url="https://gone.example/")
    LinkCheck.objects.create(source=source, url=source.url, status=404, checked_at=frozen_now)
    SourceFactory(title="حي", url="https://here.example/")
    for name in ("dead_links", "dead_links_results"):
        html = admin_client.get(reverse(f"gulf_summit_citations:{name}")).content.decode()
        assert ("https://gone.example/" in html, "https://here.example/" in html) == (True, False)


@pytest.mark.parametrize("name", ["import", "duplicates", "dead_links"])
def test_an_editor_without_permission_is_kept_out(client, django_user_model, name):
    user = django_user_model.objects.create_user("editor", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse(f"gulf_summit_citations:{name}")).status_code in (302, 403)


def test_order_of_cited_fields_is_known_from_the_address_of_the_form():
    article = make_article("<p>أ</p>")
    assert cited_fields(reverse("wagtailadmin_pages:edit", args=[article.pk])) == ["standfirst", "body"]
    assert cited_fields(reverse("wagtailadmin_pages:add", args=["study", "studypage", 1])) == ["standfirst", "body"]
    assert [cited_fields(path) for path in ("", "/nowhere/", "/admin/")] == [[], [], []]


def test_creating_in_the_chooser_warns_of_a_source_that_is_kept(admin_client):
    SourceFactory(title="تقرير الإعلام")
    english = locale("en")
    address = reverse(Source.snippet_viewset.chooser_viewset.get_url_name("create")) + "?content_locale=en"
    data = {"title": "تقرير الاعلام", "kind": "report"}
    assert json.loads(admin_client.post(address, data).content)["step"] == "reshow_creation_form"
    assert Source.objects.count() == 1
    answer = json.loads(admin_client.post(address, {**data, "create_anyway": "on", "authors_text": "أ\n\nب"}).content)
    assert answer["step"] == "chosen"
    created = Source.objects.get(pk=answer["result"]["id"])
    assert [party.name for party in created.parties[0]] == ["أ", "ب"]
    assert created.locale == english


def test_the_place_of_a_marker_of_a_merged_source_can_be_changed(admin_client):
    kept, gone = SourceFactory(title="محفوظ"), SourceFactory()
    old = gone.pk
    merge_sources(kept, [gone])
    answer = admin_client.get(reverse("gulf_summit_citations:locator"), {"source": old, "locator": 'ص "3"'})
    assert f'name="source" value="{kept.pk}"' in answer.json()["html"]
    assert "محفوظ" in answer.json()["html"]
    assert 'value="ص &quot;3&quot;"' in answer.json()["html"]


@pytest.mark.parametrize("key", ["", "x", "0", "987654", "9" * 30])
def test_there_is_no_place_in_a_source_that_does_not_exist(admin_client, key):
    assert admin_client.get(reverse("gulf_summit_citations:locator"), {"source": key}).status_code == 404


def test_the_chooser_speaks_the_language_of_its_user(admin_user, admin_client):
    for language, expected in {"en": ["Search", "New source"], "ar": ["بحث", "مصدر جديد"]}.items():
        profile = UserProfile.get_for_user(admin_user)
        profile.preferred_language = language
        profile.save()
        html = admin_client.get(url_of_chooser()).json()["html"]
        assert [" ".join(label.split()) for label in re.findall(r'role="tab"[^>]*>([^<]+)<', html)] == expected


def url_of_chooser() -> str:
    return reverse(Source.snippet_viewset.chooser_viewset.get_url_name("choose"))
