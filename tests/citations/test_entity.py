"""A marker survives every way in and out of rich text."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.editor_html import EditorHTMLConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html, extract_references_from_rich_text

from tests.citations.factories import SourceFactory, make_article, marker, paragraph
from wagtail_gulf_summit.citations.features import BODY_FEATURES
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.models import Source


def stored(key=7, locator="ص 3") -> str:
    return f'<p data-block-key="abcde">نص{marker(key, locator)} آخر</p>'


def test_marks_are_read_whatever_the_order_of_attributes():
    html = (
        '<a id="7" locator="p. 3" linktype="citation">[1]</a><a href="#x">y</a>'
        '<a linktype="citation" id="8"><b>2</b></a>'
    )
    assert list(find_marks(html)) == [Mark(7, "p. 3"), Mark(8)]


def test_editor_round_trip_keeps_source_and_locator():
    converter = ContentstateConverter(BODY_FEATURES)
    for html in (stored(), stored(locator=""), stored(locator="&quot;ص&quot; &lt;3&gt; &amp;")):
        back = converter.to_database_format(converter.from_database_format(html))
        assert list(find_marks(back)) == list(find_marks(html))
        assert back.replace(find_element(back), "") == html.replace(find_element(html), "")


def find_element(html: str) -> str:
    return html[html.index("<a ") : html.index("</a>") + 4]


def test_editor_gets_an_immutable_entity():
    state = json.loads(ContentstateConverter(BODY_FEATURES).from_database_format(stored()))
    assert state["entityMap"] == {
        "0": {"mutability": "IMMUTABLE", "type": "CITATION", "data": {"id": "7", "locator": "ص 3"}}
    }
    assert state["blocks"][0]["text"] == "نص[1] آخر"


def test_plain_html_editors_round_trip():
    converter = EditorHTMLConverter(BODY_FEATURES)
    back = converter.to_database_format(converter.from_database_format(stored()))
    assert list(find_marks(back)) == [Mark(7, "ص 3")]


def test_a_marker_as_readers_get_it_is_stored_again_as_a_marker():
    html = (
        '<p>نص<sup class="citation" data-source="7" data-locator="ص 3">'
        '<a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a></sup> و<sup>2</sup></p>'
    )
    back = EditorHTMLConverter(BODY_FEATURES).to_database_format(html)
    assert back == '<p>نص<a id="7" linktype="citation" locator="ص 3">[1]</a> و<sup>2</sup></p>'


@pytest.mark.parametrize(
    "html", ['<p><a data-linktype="citation">[1]</a></p>', '<p><sup data-source="x">[1]</sup></p>']
)
def test_a_marker_that_names_no_source_refers_to_none(html):
    back = EditorHTMLConverter(BODY_FEATURES).to_database_format(html)
    assert [mark.source_id for mark in find_marks(back)] in ([], [None])


def test_wagtails_own_rewriter_leaves_no_linktype():
    assert expand_db_html(stored()) == '<p data-block-key="abcde">نص<a role="doc-noteref">[1]</a> آخر</p>'


def test_references_of_rich_text_name_the_source():
    assert list(extract_references_from_rich_text(stored())) == [(Source, "7", "", "")]
    assert list(extract_references_from_rich_text('<a linktype="citation" id="x">[1]</a>')) == []


@pytest.mark.django_db
def test_reference_index_knows_where_a_source_is_cited():
    source = SourceFactory()
    article = make_article(paragraph("أ", source), standfirst=paragraph("ب", source))
    groups = ReferenceIndex.get_references_to(source).group_by_source_object()
    assert {(found.pk, len(references)) for found, references in groups} == {(article.pk, 2)}


def test_a_marker_within_bold_text_is_kept():
    html = '<p><b>نص <sup data-source="7" data-locator="ص 3">[1]</sup> نص</b></p>'
    assert list(find_marks(EditorHTMLConverter(BODY_FEATURES).to_database_format(html))) == [Mark(7, "ص 3")]
    again = ContentstateConverter(BODY_FEATURES)
    html = stored().replace("<a ", "<b>نص <a ").replace("</a>", "</a> نص</b>")
    assert list(find_marks(again.to_database_format(again.from_database_format(html)))) == [Mark(7, "ص 3")]
