"""Bodies written over Wagtail's API v3: what is wrong is refused by its place, and nothing of it is stored."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document

from tests.articles.factories import make_article
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def write(admin_user):
    """Send fields of a page; answers ``(status, document)``."""
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    client = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {key}"})

    def send(page, publish=True, **fields):
        sent = fields | ({"meta": {"action": "publish"}} if publish else {})
        response = client.patch(f"/api/v3/pages/{page.pk}/", data=json.dumps(sent), content_type="application/json")
        return response.status_code, response.json() if "json" in response["Content-Type"] else response.content

    return send


def block(name, value, **more):
    return {"body": [{"type": name, "value": value, **more}]}


def quote(**value):
    return block("speaker_quote", {"quote": "<p>x</p>", **value})


def table(columns, *rows):
    return block("table", {"columns": columns, "rows": list(rows)})


def places(answer):
    """The places of the faults, from the name of the field on."""
    return [error["loc"][3:] for error in answer["errors"]]


TEXT, NUMBER = {"type": "text", "heading": "x"}, {"type": "number", "heading": "x"}

WRONG = [
    ({"body": ["x"]}, ["body", 0]),
    ({"body": [{}]}, ["body", 0, "type"]),
    ({"body": [{"value": "x"}]}, ["body", 0, "type"]),
    ({"body": [None]}, ["body", 0]),
    ({"body": [[]]}, ["body", 0]),
    ({"body": [{"type": ["x"], "value": 1}]}, ["body", 0, "type"]),
    ({"body": [{"type": {"a": 1}, "value": 1}]}, ["body", 0, "type"]),
    ({"body": [{"type": "nope", "value": 1}]}, ["body", 0, "type"]),
    (block("paragraph", "<p>x</p>", id=5), ["body", 0, "paragraph", "id"]),
    (block("paragraph", "<p>x</p>", id={"a": 1}), ["body", 0, "paragraph", "id"]),
    (block("paragraph", 5), ["body", 0, "paragraph"]),
    (block("paragraph", {"format": "nope", "content": "x"}), ["body", 0, "paragraph"]),
    (block("paragraph", '<p>x<a linktype="page" id="abc">y</a></p>'), ["body", 0, "paragraph"]),
    (block("paragraph", '<p>x<a linktype="page" id="99999">y</a></p>'), ["body", 0, "paragraph"]),
    (block("paragraph", '<p>x<a linktype="citation" id="99999">[1]</a></p>'), ["body", 0, "paragraph"]),
    (block("paragraph", '<p>x<sup data-source="99999">[1]</sup></p>'), ["body", 0, "paragraph"]),
    (block("paragraph", f'<p>x<sup data-source="{10**30}">[1]</sup></p>'), ["body", 0, "paragraph"]),
    (block("speaker_quote", "x"), ["body", 0, "speaker_quote"]),
    (quote(person=10**30), ["body", 0, "speaker_quote", "person"]),
    (quote(person=99999), ["body", 0, "speaker_quote", "person"]),
    (quote(person={"id": 99999}), ["body", 0, "speaker_quote", "person"]),
    (quote(person={}), ["body", 0, "speaker_quote", "person"]),
    (quote(person=[4]), ["body", 0, "speaker_quote", "person"]),
    (quote(person=True), ["body", 0, "speaker_quote", "person"]),
    (quote(person="abc"), ["body", 0, "speaker_quote", "person"]),
    (quote(continued="maybe"), ["body", 0, "speaker_quote", "continued"]),
    (quote(role_override=["x"]), ["body", 0, "speaker_quote", "role_override"]),
    (block("heading", "x"), ["body", 0, "heading"]),
    (block("heading", {"text": "x", "level": 9}), ["body", 0, "heading", "level"]),
    (block("heading", {"text": {"a": 1}, "level": 2}), ["body", 0, "heading", "text"]),
    (block("heading", {"text": "", "level": 2}), ["body", 0, "heading", "text"]),
    (block("image", 1), ["body", 0, "image"]),
    (block("image", {"image": 99999}), ["body", 0, "image", "image"]),
    (block("image", {"image": 10**30}), ["body", 0, "image", "image"]),
    (block("image", {"image": {"id": "abc"}}), ["body", 0, "image", "image"]),
    (block("image", {"image": None}), ["body", 0, "image", "image"]),
    (block("gallery", {"images": "x"}), ["body", 0, "gallery", "images"]),
    (block("gallery", {"images": 5}), ["body", 0, "gallery", "images"]),
    (block("gallery", {"images": [1]}), ["body", 0, "gallery", "images", 0]),
    (block("statistic", {"text": "1", "value": "abc"}), ["body", 0, "statistic", "value"]),
    (block("statistic", {"text": "1", "value": [1]}), ["body", 0, "statistic", "value"]),
    (block("statistic", {"text": "1", "value": {}}), ["body", 0, "statistic", "value"]),
    (block("statistic", {"text": "1", "value": "NaN"}), ["body", 0, "statistic", "value"]),
    (block("statistic", {"text": "1", "source": 99999}), ["body", 0, "statistic", "source"]),
    (block("table", "x"), ["body", 0, "table"]),
    (block("table", []), ["body", 0, "table"]),
    (block("table", {"caption": "x"}), ["body", 0, "table"]),
    (block("table", {"columns": "x", "rows": 5}), ["body", 0, "table"]),
    (block("table", {"columns": [], "rows": [], "caption": 5}), ["body", 0, "table", "caption"]),
    (table([{"type": "nope", "heading": "x"}]), ["body", 0, "table", "columns"]),
    (table([{"heading": "x"}], {}), ["body", 0, "table", "columns"]),
    (table(["x"], {}), ["body", 0, "table", "columns"]),
    (table([TEXT], {"values": []}), ["body", 0, "table", "rows", 0]),
    (table([TEXT], {"values": ["a", "b"]}), ["body", 0, "table", "rows", 0]),
    (table([TEXT], "x"), ["body", 0, "table", "rows", 0]),
    (table([TEXT], {"values": [{"a": 1}]}), ["body", 0, "table", "rows", 0, "values", 0]),
    (table([TEXT, NUMBER], {"values": ["a", "abc"]}), ["body", 0, "table", "rows", 0, "values", 1]),
    (block("embed", 5), ["body", 0, "embed"]),
    (block("embed", {"url": 5}), ["body", 0, "embed"]),
    (block("embed", ["x"]), ["body", 0, "embed"]),
    (block("embed", "javascript:alert(1)"), ["body", 0, "embed"]),
    (block("related_article", 99999), ["body", 0, "related_article"]),
    (
        {"corrections": [{"type": "correction", "value": {"date": 5, "text": "x"}}]},
        ["corrections", 0, "correction", "date"],
    ),
    (
        {"corrections": [{"type": "correction", "value": {"date": ["x"], "text": "x"}}]},
        ["corrections", 0, "correction", "date"],
    ),
    (
        {"corrections": [{"type": "correction", "value": {"date": "nope", "text": "x"}}]},
        ["corrections", 0, "correction", "date"],
    ),
    (
        {"corrections": [{"type": "correction", "value": {"date": "2014-13-45", "text": "x"}}]},
        ["corrections", 0, "correction", "date"],
    ),
    ({"bylines": [{"type": "byline", "value": 5}]}, ["bylines", 0, "byline"]),
    ({"bylines": [{"type": "byline", "value": {"person": 99999}}]}, ["bylines", 0, "byline", "person"]),
    ({"topics": [{"type": "topic", "value": 99999}]}, ["topics", 0, "topic"]),
    ({"related": [{"type": "article", "value": 99999}]}, ["related", 0, "article"]),
    ({"standfirst": '<p>x<a linktype="page" id="abc">y</a></p>'}, ["standfirst"]),
]


@pytest.mark.parametrize("publish", [True, False])
def test_what_is_wrong_in_a_body_is_named_by_its_place(news_site, write, publish):
    page = make_article(news_site.section)
    before = page.latest_revision_id
    found = {}
    for sent, place in WRONG:
        if not publish and sent in (block("image", {"image": None}), block("heading", {"text": "", "level": 2})):
            continue
        status, answer = write(page, publish, **sent)
        if status != 422 or places(answer) != [place]:
            found[json.dumps(sent)] = (status, places(answer) if status == 422 else str(answer)[:99], place)
    assert found == {}
    page.refresh_from_db()
    assert (page.latest_revision_id, str(page.body)) == (before, str(type(page).objects.get(pk=page.pk).body))


def test_all_faults_of_a_body_are_told_at_once_in_the_language_of_the_reader(news_site, write):
    status, answer = write(
        make_article(news_site.section),
        body=[{"type": "paragraph", "value": "<p>x</p>"}, quote(person=99999)["body"][0], "x"],
    )
    assert (status, places(answer)) == (422, [["body", 1, "speaker_quote", "person"], ["body", 2]])
    assert all(any("\u0600" < letter < "\u06ff" for letter in error["msg"]) for error in answer["errors"])


@pytest.mark.parametrize("given", [None, "…", "a-known-one"])
def test_a_block_without_an_id_is_a_new_one(news_site, write, given):
    more = {} if given == "…" else {"id": given}
    status, answer = write(make_article(news_site.section), **block("paragraph", "<p>x</p>", **more))
    assert status == 200, answer
    read = answer["body"][0]["id"]
    assert read == given if given == "a-known-one" else read


def test_a_draft_may_lack_what_a_published_story_must_have(news_site, write):
    page = make_article(news_site.section)
    lacking = {"body": [block("image", {"image": None})["body"][0], {"type": "heading", "value": {"level": 2}}]}
    assert write(page, publish=False, **lacking)[0] == 200
    status, answer = write(page, **lacking)
    assert (status, places(answer)) == (422, [["body", 0, "image", "image"], ["body", 1, "heading", "text"]])


def test_a_link_to_a_file_is_written(news_site, write):
    document = Document.objects.create(title="d", file=ContentFile(b"d", name="d.txt"))
    linked = f'<p><a href="{document.url}">d</a></p>'
    page = make_article(news_site.section)
    body = [block("paragraph", linked)["body"][0], table([TEXT], {"values": [linked]})["body"][0]]
    status, answer = write(page, body=body, standfirst=linked)
    assert status == 200, answer
    for text in (answer["standfirst"], answer["body"][0]["value"], answer["body"][1]["value"]["rows"][0]["values"][0]):
        assert f'<a href="{document.url}">d</a>' in text


@pytest.mark.parametrize(("features", "kept"), [(None, True), (["document-link"], True), (["link"], False)])
def test_a_link_to_a_file_is_one_again_where_texts_may_have_such(news_site, features, kept):
    from wagtail_gulf_summit.api.v3_links import restore_links

    document = Document.objects.create(title="d", file=ContentFile(b"d", name="d.txt"))
    address = f'<a href="{document.url}">d</a>'
    again = f'<a linktype="document" id="{document.pk}">d</a>'
    assert restore_links(address, features) == (again if kept else address)


def test_a_link_in_a_table_leads_to_its_page_again(news_site, write):
    page = make_article(news_site.section)
    linked = f'<p><a href="{page.get_url()}">x</a></p>'
    status, answer = write(page, **table([TEXT], {"values": [linked]}))
    assert status == 200, answer
    cell = type(page).objects.get(pk=page.pk).body[0].value.row_data[0]["values"][0]
    assert 'linktype="page"' in cell.source


@pytest.mark.parametrize("host", ["", "http://testserver", "http://elsewhere.example"])
def test_a_link_to_a_page_that_was_never_published_leads_to_it_again(news_site, write, host):
    from wagtail_gulf_summit.pages.models import ArticlePage

    draft = ArticlePage(title="مسودة", slug="مسودة", locale=news_site.ar, live=False)
    news_site.section.add_child(instance=draft)
    page = make_article(news_site.section)
    path = draft.get_url_parts()[2]
    status, answer = write(page, **block("paragraph", f'<p><a href="{host}{path}">x</a></p>'))
    assert status == 200, answer
    stored = type(page).objects.get(pk=page.pk).body[0].value.source
    assert (f'id="{draft.pk}"' in stored) == ("elsewhere" not in host), stored


def test_a_marker_whose_source_was_deleted_can_be_sent_back_as_it_was_read(news_site, write):
    page = make_article(news_site.section, ("paragraph", f"<p>x{marker(99999)}</p>"))
    status, read = write(page, publish=False)
    assert status == 200, read
    assert 'data-source="99999"' in read["body"][0]["value"]
    status, answer = write(page, body=read["body"])
    assert status == 200, answer
    assert 'id="99999"' in type(page).objects.get(pk=page.pk).body[0].value.source


def test_what_there_is_can_be_chosen_by_its_id_or_its_object(news_site, write, image):
    person, source = PersonFactory(), SourceFactory()
    status, answer = write(
        make_article(news_site.section),
        body=[
            quote(person=person.pk)["body"][0],
            quote(person={"id": person.pk, "name": "x"})["body"][0],
            block("statistic", {"text": "1", "source": str(source.pk), "value": "1.5"})["body"][0],
            block("image", {"image": image.pk})["body"][0],
        ],
    )
    assert status == 200, answer
    values = [child["value"] for child in answer["body"]]
    assert [
        values[0]["person"]["id"],
        values[1]["person"]["id"],
        values[2]["source"]["id"],
        values[3]["image"]["id"],
    ] == [
        person.pk,
        person.pk,
        source.pk,
        image.pk,
    ]


@pytest.mark.parametrize("name", ["ArticlePageCreateSchema", "ArticlePagePatchSchema"])
def test_what_a_body_may_be_sent_as_is_described(client, name):
    body = client.get("/api/v3/openapi.json").json()["components"]["schemas"][name]["properties"]["body"]
    kinds = {one["properties"]["type"]["const"]: one["properties"] for one in body["items"]["oneOf"]}
    assert {"paragraph", "speaker_quote", "table"} <= kinds.keys()
    quote_value = kinds["speaker_quote"]["value"]["anyOf"][0]["properties"]
    assert {"type": "integer"} in quote_value["person"]["anyOf"]
    assert {"type": "string"} in quote_value["quote"]["anyOf"]
