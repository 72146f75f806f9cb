"""Numbers follow the order in which a page shows its rich text."""

import re

import pytest
from wagtail.admin.rich_text.converters.editor_html import EditorHTMLConverter

from tests.citations.factories import SourceFactory, locale, make_article, many_sources, marker, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.expand import REVERSIBLE
from wagtail_gulf_summit.citations.features import BODY_FEATURES
from wagtail_gulf_summit.citations.marks import find_marks
from wagtail_gulf_summit.citations.numbering import citation_documents, page_citations
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope

pytestmark = pytest.mark.django_db


def shown(article) -> list[str]:
    with page_scope(article):
        return [display_html(chunk) for chunk in article.cited_rich_text()]


def ids(html: str) -> list[str]:
    return re.findall(r'id="(cite-ref-[^"]+)"', html)


def test_sources_are_numbered_in_order_of_first_appearance():
    first, second = SourceFactory(), SourceFactory()
    article = make_article(paragraph("أ", second), paragraph("ب", first), standfirst=paragraph("ج", first))
    assert [(e.number, e.source.pk) for e in page_citations(article).entries] == [(1, first.pk), (2, second.pk)]


def test_a_source_cited_three_times_has_one_entry_and_three_backrefs():
    source = SourceFactory()
    article = make_article(paragraph("أ", source), paragraph("ب", (source, "ص 3"), (source, "ص 3")))
    (document,) = citation_documents(article)
    assert document["backrefs"] == ["cite-ref-1-1", "cite-ref-1-2", "cite-ref-1-3"]
    assert document["locators"] == ["ص 3"]
    assert ids("".join(shown(article))) == document["backrefs"]


def test_marker_is_a_numbered_link_into_the_list():
    source = SourceFactory()
    article = make_article(paragraph("أ", (source, "ص 3")))
    assert shown(article) == [
        '<p>أ<sup class="citation"><a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a></sup></p>'
    ]


def test_a_reversible_marker_says_what_it_was_stored_as():
    source = SourceFactory()
    article = make_article(paragraph("أ", (source, 'ص "3"')).replace('"3"', "&quot;3&quot;"))
    (chunk,) = article.cited_rich_text()
    with page_scope(article) as scope:
        scope.cache[REVERSIBLE] = True
        html = display_html(chunk)
    assert html == (
        f'<p>أ<sup class="citation" data-source="{source.pk}" data-locator="ص &quot;3&quot;" data-text="[1]">'
        '<a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a></sup></p>'
    )
    assert list(find_marks(EditorHTMLConverter(BODY_FEATURES).to_database_format(html))) == list(find_marks(chunk))


def test_a_chunk_rendered_alone_shows_the_same_as_among_the_others():
    first, second = SourceFactory(), SourceFactory()
    article = make_article(paragraph("أ", first), paragraph("ب", first, second))
    whole = shown(article)
    last = list(article.cited_rich_text())[-1]
    with page_scope(article):
        assert [display_html(last), display_html(last)] == [whole[-1], whole[-1]]


def test_equal_paragraphs_have_different_ids():
    source = SourceFactory()
    article = make_article(paragraph("أ", source), paragraph("أ", source))
    assert ids("".join(shown(article))) == ["cite-ref-1-1", "cite-ref-1-2"]


def test_citation_of_a_deleted_source_is_left_out():
    source = SourceFactory()
    article = make_article(paragraph("أ", 987654), paragraph("ب", source))
    assert [e.source.pk for e in page_citations(article).entries] == [source.pk]
    assert shown(article)[0] == "<p>أ</p>"


@pytest.mark.parametrize("broken", ['<a linktype="citation">[1]</a>', '<a linktype="citation" id="x">[1]</a>'])
def test_a_marker_without_a_source_is_left_out(broken):
    assert shown(make_article(f"<p>أ{broken}</p>")) == ["<p>أ</p>"]


def test_an_unpublished_source_stays_cited():
    source = SourceFactory(live=False)
    assert [e.source.pk for e in page_citations(make_article(paragraph("أ", source))).entries] == [source.pk]


def test_a_marker_inside_a_link_stands_beside_it_when_shown():
    source = SourceFactory()
    article = make_article(f'<p>أ <a href="https://e.org/">رابط{marker(source)}</a> ب</p>')
    assert shown(article) == [
        '<p>أ <a href="https://e.org/">رابط</a><sup class="citation"><a href="#cite-1" id="cite-ref-1-1" '
        'role="doc-noteref">[1]</a></sup> ب</p>'
    ]


def test_outside_its_page_a_marker_is_left_out():
    assert display_html(f"<p>أ{marker(SourceFactory())}</p>") == "<p>أ</p>"


def test_text_from_another_page_is_numbered_by_this_pages_list_without_ids():
    source, other = SourceFactory(), SourceFactory()
    article = make_article(paragraph("أ", other), paragraph("ب", source))
    with page_scope(article):
        assert display_html(f"<p>ج{marker(source)}{marker(999)}</p>") == (
            '<p>ج<sup class="citation"><a href="#cite-2" role="doc-noteref">[2]</a></sup></p>'
        )


def test_source_is_shown_in_the_language_of_the_page():
    arabic = SourceFactory(title="التقرير")
    english = arabic.copy_for_translation(locale("en"))
    english.title = "The report"
    english.live = True
    english.save()
    article = make_article(paragraph("A", arabic), paragraph("B", english), language="en")
    assert [(e.source.pk, len(e.backrefs)) for e in page_citations(article).entries] == [(english.pk, 2)]


def test_draft_translation_of_a_source_is_not_shown():
    arabic = SourceFactory(title="التقرير")
    english = arabic.copy_for_translation(locale("en"))
    english.live = False
    english.save()
    article = make_article(paragraph("A", arabic), language="en")
    assert [e.source.pk for e in page_citations(article).entries] == [arabic.pk]


@pytest.mark.parametrize("count", [2, 500])
def test_query_count_does_not_grow_with_citations(count, django_assert_num_queries):
    paragraphs = [("paragraph", paragraph("أ", source)) for source in many_sources(count)]
    article = StudyPage(locale=locale(), body=paragraphs)
    with django_assert_num_queries(1):
        assert len(citation_documents(article)) == count
