"""Citations over Wagtail's APIs: numbered when read, whole when sent back."""

import json
import re

import pytest
from django.apps import apps
from wagtail.models import Page, Site

from tests.citations.factories import SourceFactory, make_article, marker, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.marks import Mark, find_marks

pytestmark = pytest.mark.django_db


@pytest.fixture
def sources():
    return SourceFactory(title="الأول"), SourceFactory(title="الثاني")


@pytest.fixture
def article(sources):
    first, second = sources
    home = Page.objects.get(depth=2)
    Site.objects.update(root_page=home)
    article = make_article(
        keyed("a", "أ", (first, "ص &quot;3&quot;")),
        keyed("b", "ب", second, first),
        standfirst=keyed("c", "ج", second),
        parent=home,
    )
    article.body.append(("quote", {"quote": keyed("d", "د", first), "speaker": "سالم"}))
    article.save_revision().publish()
    return StudyPage.objects.get(pk=article.pk)


def keyed(key: str, *parts) -> str:
    """A paragraph as the editor stores it, with the key it gives each."""
    return paragraph(*parts).replace("<p>", f'<p data-block-key="{key * 5}">')


def marks(page) -> list[Mark]:
    return [mark for chunk in page.cited_rich_text() for mark in find_marks(chunk)]


def texts(body: list) -> str:
    return "".join(block["value"] if isinstance(block["value"], str) else block["value"]["quote"] for block in body)


def test_v2_gives_numbered_text_and_the_list_it_links_to(client, article, sources):
    first, second = sources
    page = client.get(f"/api/v2/pages/{article.pk}/").json()
    html = page["standfirst"] + texts(page["body"])
    assert "linktype" not in html
    assert re.findall(r'href="#cite-(\d)" id="([^"]+)"', html) == [
        ("1", "cite-ref-1-1"), ("2", "cite-ref-2-1"), ("1", "cite-ref-1-2"),
        ("2", "cite-ref-2-2"), ("2", "cite-ref-2-3"),
    ]  # fmt: skip
    assert [(c["number"], c["id"], c["locators"], c["backrefs"]) for c in page["citations"]] == [
        (1, second.pk, [], ["cite-ref-1-1", "cite-ref-1-2"]),
        (2, first.pk, ['ص "3"'], ["cite-ref-2-1", "cite-ref-2-2", "cite-ref-2-3"]),
    ]


def test_v2_numbers_a_part_as_the_whole(client, article):
    whole = client.get(f"/api/v2/pages/{article.pk}/").json()
    part = client.get("/api/v2/pages/?type=study.StudyPage&fields=body").json()["items"][0]
    assert part["body"] == whole["body"]


@pytest.fixture
def token(admin_user):
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.wagtail8
def test_v3_sent_back_as_it_was_read_changes_nothing(client, article, token):
    stored = article.standfirst, list(article.body.raw_data)
    url = f"/api/v3/pages/{article.pk}/"
    read = client.get(url, headers=token).json()
    if apps.is_installed("wagtail_gulf_summit.api"):
        assert "linktype" not in json.dumps(read)
    sent = {"standfirst": read["standfirst"], "body": read["body"], "meta": {"action": "publish"}}
    response = client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token)
    assert response.status_code == 200, response.content
    article = StudyPage.objects.get(pk=article.pk)
    assert (article.standfirst, list(article.body.raw_data)) == stored


ODD = (
    '<p data-block-key="eeeee">أ<b>ب</b>{known} <a href="https://e.org/">ج</a>{gone}</p>'
    '<ul><li data-block-key="fffff">د{known}<ul><li data-block-key="ggggg">ه{known}</li></ul></li></ul>'
)


@pytest.mark.wagtail8
def test_v3_sent_back_keeps_markers_of_sources_that_are_gone_and_in_nested_lists(client, sources, token):
    html = ODD.format(known=marker(sources[0], "ص &lt;3&gt; &quot;أ&quot;"), gone=marker(987654, "ص 9"))
    article = make_article(html, parent=Page.objects.get(depth=2))
    expected = marks(article)
    url = f"/api/v3/pages/{article.pk}/"
    read = client.get(url, headers=token).json()
    sent = {"body": read["body"], "meta": {"action": "publish"}}
    response = client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token)
    assert response.status_code == 200, response.content
    assert len(expected) == 4
    assert marks(StudyPage.objects.get(pk=article.pk)) == expected
    assert client.get(url, headers=token).json()["body"] == read["body"]


@pytest.mark.wagtail8
def test_v3_writes_a_page_that_cites(client, sources, token):
    home = Page.objects.get(depth=2)
    body = [{"type": "paragraph", "value": paragraph("أ", (sources[0], "ص 3"))}]
    sent = {"title": "جديد", "slug": "new", "body": body, "meta": {"type": "study.StudyPage", "parent_id": home.pk}}
    response = client.post("/api/v3/pages/", data=json.dumps(sent), content_type="application/json", headers=token)
    assert response.status_code == 201, response.content
    assert marks(StudyPage.objects.get(slug="new")) == [Mark(sources[0].pk, "ص 3")]
