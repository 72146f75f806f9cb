"""The list of sources on a server-rendered page."""

import re

import pytest
from wagtail.models import Page, Site

from tests.citations.factories import SourceFactory, make_article, paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    home = Page.objects.get(depth=2)
    Site.objects.update(root_page=home)
    return home


def get(client, article) -> str:
    return client.get(article.get_url()).content.decode()


def test_every_link_has_its_target_exactly_once(client, home):
    first, second = SourceFactory(), SourceFactory()
    article = make_article(
        paragraph("أ", first, (second, "ص 3")), paragraph("ب", first), standfirst=paragraph("ج", first), parent=home
    )
    html = get(client, article)
    targets = re.findall(r'href="#([^"]+)"', html)
    assert sorted(set(targets)) == ["cite-1", "cite-2", "cite-ref-1-1", "cite-ref-1-2", "cite-ref-1-3", "cite-ref-2-1"]
    assert {target: len(re.findall(f'id="{target}"', html)) for target in targets} == dict.fromkeys(targets, 1)


def test_list_has_its_roles_and_speaks_the_language_of_the_page(client, home):
    source = SourceFactory(title="التقرير")
    html = get(client, make_article(paragraph("أ", source), parent=home))
    assert html.count('role="doc-endnotes"') == 1
    assert html.count('role="doc-backlink"') == 1
    assert html.count('role="doc-noteref"') == 1
    assert '<cite dir="rtl">التقرير</cite>' in html


def test_a_page_without_citations_has_no_list(client, home):
    assert "doc-endnotes" not in get(client, make_article("<p>أ</p>", parent=home))


def test_places_in_a_source_follow_it_in_the_punctuation_of_the_page(client, home):
    source = SourceFactory(title="التقرير")
    places = paragraph("أ", (source, "ص &lt;3&gt; &quot;أ&quot;"), (source, "p. 7"), (source, "p. 7"))
    html = get(client, make_article(places, parent=home))
    assert (
        '<span class="citations__source"><cite dir="rtl">التقرير</cite></span>'
        '، <span class="citations__locator"><bdi>ص &lt;3&gt; &quot;أ&quot;</bdi></span>'
        '، <span class="citations__locator"><bdi>p. 7</bdi></span>'
    ) in html
