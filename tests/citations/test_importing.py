"""Pasted records become sources."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.citations.factories import SCHOOL, SourceFactory, names
from wagtail_gulf_summit.citations.bibtex import source_to_bibtex
from wagtail_gulf_summit.citations.csl import source_to_csl
from wagtail_gulf_summit.citations.importing import ParseError, csl_to_source, parse_records

BIBTEX = r"""
@comment{not a record}
@book{salem2014,
  title = {{Arab} Social Media Report \& {Caf\'e}},
  author = {Salem, Fadi and {Dubai School of Government} and Racha Mourtada},
  publisher = {{MBRSG}},
  address = {Dubai},
  edition = {6},
  year = 2014, month = sep,
  isbn = {978-0-306-40615-7},
  url = {https://example.org/a_b},
  doi = {https://doi.org/10.1000/ABC}
}
@article{b, title={تقرير الإعلام}, author={سالم، فادي}, journal={مجلة}, pages={10--12}, volume={3}, number={2}}
"""

RIS = """TY  - JOUR
TI  - تقرير الإعلام الاجتماعي
AU  - Salem, Fadi
AU  - كلية محمد بن راشد
JO  - مجلة الخليج
PY  - 2014/09/17/
VL  - 3
IS  - 2
SP  - 10
EP  - 12
PB  - دار
UR  - https://example.org/x
DO  - 10.1000/x
XX  - unknown
ER  -

TY  - BOOK
TI  - Second
SN  - 9780306406157
"""


def authors(source) -> list[str]:
    return [party.name for party in source.parties[0]]


def test_bibtex():
    book, article = parse_records(BIBTEX)
    assert (book.kind, book.title, book.year, book.edition_number) == (
        "book",
        "Arab Social Media Report & Café",
        2014,
        6,
    )
    assert authors(book) == ["Fadi Salem", "Dubai School of Government", "Racha Mourtada"]
    assert [party.name for party in book.parties[1]] == ["MBRSG"]
    assert (book.place, book.isbn, book.doi, book.url) == (
        "Dubai", "9780306406157", "10.1000/abc", "https://example.org/a_b",
    )  # fmt: skip
    assert (article.kind, article.title, article.container_title) == ("article", "تقرير الإعلام", "مجلة")
    assert (article.volume, article.issue, article.pages) == ("3", "2", "10–12")


def test_ris():
    article, book = parse_records(RIS)
    assert (article.kind, article.title, article.container_title) == (
        "article",
        "تقرير الإعلام الاجتماعي",
        "مجلة الخليج",
    )
    assert authors(article) == ["Fadi Salem", "كلية محمد بن راشد"]
    assert (article.year, article.published_on, article.pages, article.doi) == (
        2014, date(2014, 9, 17), "10–12", "10.1000/x",
    )  # fmt: skip
    assert (book.kind, book.title, book.isbn) == ("book", "Second", "9780306406157")


def test_csl_json():
    (source,) = parse_records(
        json.dumps({
            "id": 1, "type": "webpage", "title": "صفحة", "author": [{"family": "Salem", "given": "Fadi"}],
            "issued": {"date-parts": [["2014", "9"]]}, "accessed": {"raw": "2014-09-17"}, "URL": "https://example.org",
        })
    )  # fmt: skip
    assert (source.kind, source.title, authors(source)) == ("web_page", "صفحة", ["Fadi Salem"])
    assert (source.year, source.published_on, source.accessed) == (2014, None, date(2014, 9, 17))


@pytest.mark.django_db
@pytest.mark.parametrize("export", [source_to_bibtex, lambda source: json.dumps([source_to_csl(source)])])
def test_what_is_exported_is_read_back(export):
    source = SourceFactory(
        title="تقرير 100% & {نص}", authors=names("فادي سالم"), publisher=names(SCHOOL), year=2014,
        edition="النسخة السادسة", url="https://example.org/a_b", doi="10.1000/x", language="ar",
    )  # fmt: skip
    (read,) = parse_records(export(source))
    fields = ("kind", "year", "edition", "url", "doi", "language")
    assert [getattr(read, name) for name in fields] == [getattr(source, name) for name in fields]
    assert read.parties == source.parties
    assert read.title.replace("{", "").replace("}", "") == "تقرير 100% & نص"


@pytest.mark.parametrize(
    "pasted", ["", "just text", "[1, 2", "{}", "[]", "@book{x,", "TY  - JOUR\nER  - ", '{"items": 3}']
)
def test_what_cannot_be_read_is_refused_with_a_word(pasted):
    with pytest.raises(ParseError):
        parse_records(pasted)


def test_hostile_record_is_harmless():
    (source,) = parse_records(
        json.dumps(
            {
                "title": "\u202eكلمة",
                "URL": "javascript:alert(1)",
                "volume": "9" * 500,
                "issued": {"date-parts": [[10**9]]},
            }
        )
    )
    assert (source.title, source.url, len(source.volume), source.year) == ("كلمة", "", 50, None)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(
    ["title", "author", "issued", "accessed", "edition", "page", "URL", "ISBN", "type", "publisher"]
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(fields, json_values))
def test_any_json_object_is_read_without_an_error(item):
    csl_to_source(item)
