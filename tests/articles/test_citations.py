"""Citations in every place of an article that can hold one."""

import json
import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex
from wagtail.search import index

from tests.articles.factories import make_article, paragraph, quote
from tests.citations.factories import SourceFactory, many_sources, marker
from tests.people.factories import AffiliationFactory
from wagtail_gulf_summit.articles.blocks import StoryBlock
from wagtail_gulf_summit.citations.merging import merge_sources
from wagtail_gulf_summit.citations.numbering import page_citations

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return SourceFactory(title="تقرير")


@pytest.fixture
def article(news_site, image, source):
    """Cites ``source`` fourteen times."""
    cited = f"<p>أ{marker(source)}</p>"
    table = {
        "caption": "جدول",
        "columns": [{"type": "text", "heading": "البلد"}],
        "rows": [{"values": [cited]}, {"values": [cited]}],
    }
    return make_article(
        news_site.section,
        paragraph(f"أ{marker(source, 'ص 1')} ثم {marker(source)}"),
        paragraph(f"قائمة{marker(source)}"),
        quote(f"نعم{marker(source)}.", AffiliationFactory().person),
        ("image", {"image": image, "caption": cited}),
        ("gallery", {"images": [{"image": image, "caption": cited}, {"image": image, "caption": cited}]}),
        ("table", StoryBlock().child_blocks["table"].to_python(table)),
        ("statistic", {"text": "82", "source": source}),
        ("fact_box", {"title": "حقائق", "text": f"<ul><li>أ<ul><li>ب{marker(source)}</li></ul></li></ul>"}),
        standfirst=cited,
        hero_image=image,
        hero_caption=cited,
        corrections=[("correction", {"date": "2014-09-18", "text": cited})],
    )


def backrefs(count: int) -> list[str]:
    return [f"cite-ref-1-{place}" for place in range(1, count + 1)]


def test_one_entry_and_every_link_has_its_end_exactly_once_in_the_document(client, article):
    html = client.get(article.get_url()).content.decode()
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    links = re.findall(r'href="#(cite[^"]+)"', html)
    assert {name: count for name, count in ids.items() if count > 1} == {}
    assert [name for name in ids if name.startswith("cite-ref")] == backrefs(14)
    assert Counter(links) == Counter({"cite-1": 14}) + Counter(backrefs(14))
    assert {name: ids[name] for name in links} == dict.fromkeys(links, 1)


@pytest.mark.parametrize("address", ["/api/v2/pages/{}/", "/api/newsroom/articles/{}/"])
def test_the_apis_number_as_the_page_does(client, article, address):
    document = client.get(address.format(article.pk)).json()
    [citation] = document["citations"]
    assert (citation["number"], citation["locators"], citation["backrefs"]) == (1, ["ص 1"], backrefs(14))
    document.pop("seo", None)
    html = json.dumps(document).replace('\\"', '"')
    assert sorted(re.findall(r'id="(cite-ref[^"]+)"', html)) == sorted(backrefs(14))
    assert "linktype" not in html


@pytest.mark.wagtail8
def test_v3_gives_the_list_too(client, article, admin_user):
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    document = client.get(f"/api/v3/pages/{article.pk}/", headers={"Authorization": f"Bearer {key}"}).json()
    [citation] = document["citations"]
    assert (citation["number"], citation["locators"], citation["backrefs"]) == (1, ["ص 1"], backrefs(14))


def test_a_caption_whose_picture_is_gone_cites_nothing(client, article, image):
    image.delete()
    article = type(article).objects.get(pk=article.pk)
    assert [entry.backrefs for entry in page_citations(article).entries] == [backrefs(10)]
    html = client.get(article.get_url()).content.decode()
    assert re.findall(r' id="(cite-ref[^"]+)"', html) == backrefs(10)


def test_a_search_index_holds_words_without_markers(article):
    indexed = [
        " ".join(map(str, value if isinstance(value, list) else [value]))
        for field in article.get_search_fields()
        if isinstance(field, index.SearchField) and (value := field.get_value(article))
    ]
    assert "قائمة" in " ".join(indexed)
    assert [text for text in indexed if "[1]" in text] == []


def test_merging_reaches_into_tables_galleries_and_statistics(article, source):
    kept = SourceFactory()
    merge_sources(kept, [source])
    article = type(article).objects.get(pk=article.pk)
    assert [(entry.source, len(entry.backrefs)) for entry in page_citations(article).entries] == [(kept, 14)]
    assert f'id="{source.pk}"' not in json.dumps(list(article.body.raw_data)).replace('\\"', '"')
    assert ReferenceIndex.get_references_to(source).count() == 0


@pytest.mark.parametrize(
    "address", ["/api/v2/pages/{}/", "/api/newsroom/articles/{}/", "/api/newsroom/articles/{}/citations.bib"]
)
def test_the_apis_ask_as_often_for_many_citations_as_for_two(client, news_site, address):
    def queries(count: int) -> int:
        body = [paragraph(f"أ{marker(source)}") for source in many_sources(count)]
        url = address.format(make_article(news_site.section, *body).pk)
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    assert queries(2) == queries(60)
