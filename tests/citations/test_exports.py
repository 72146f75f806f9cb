"""CSL-JSON and BibTeX, read back by programs that are not ours."""

import json
from datetime import date
from pathlib import Path

import bibtexparser
import jsonschema_rs
import pytest
from pybtex.database import parse_string

from tests.citations.factories import SCHOOL, SourceFactory, names
from wagtail_gulf_summit.citations.bibtex import source_to_bibtex, sources_to_bibtex
from wagtail_gulf_summit.citations.csl import source_to_csl
from wagtail_gulf_summit.citations.kinds import Kind
from wagtail_gulf_summit.citations.registry import Party

pytestmark = pytest.mark.django_db

SCHEMA = json.loads((Path(__file__).parent / "csl-data.json").read_text(encoding="utf-8"))
HOSTILE = 'نص {مفتوح \\ "</script>" 100% & $x_1^2 ~ # @book{a, title={b}}\n@comment{ \t} \\end}'


def full_source(kind="report", **fields):
    return SourceFactory(
        kind=kind,
        title="تقرير الإعلام الاجتماعي العربي",
        authors=names("فادي سالم", "رشا مرتضى"),
        publisher=names(SCHOOL),
        edition="النسخة السادسة",
        edition_number=6,
        year=2014,
        container_title="سلسلة",
        volume="3",
        issue="2",
        pages="10-12",
        place="دبي",
        url="https://example.org/a_b?c=%7Bd%7D&e=1",
        archive_url="https://web.archive.org/x",
        accessed=date(2014, 9, 17),
        doi="10.1000/x_(1)",
        isbn="9780306406157",
        language="ar",
        note="ملاحظة",
        **fields,
    )


@pytest.mark.parametrize("kind", Kind.values)
def test_csl_of_every_kind_is_valid_against_the_schema(kind):
    jsonschema_rs.validate(SCHEMA, [source_to_csl(full_source(kind)), source_to_csl(SourceFactory(kind=kind))])


def test_csl_carries_what_the_source_has():
    source = full_source()
    assert source_to_csl(source) == {
        "id": f"source-{source.pk}",
        "type": "report",
        "title": "تقرير الإعلام الاجتماعي العربي",
        "author": [{"literal": "فادي سالم"}, {"literal": "رشا مرتضى"}],
        "container-title": "سلسلة",
        "publisher": SCHOOL,
        "publisher-place": "دبي",
        "issued": {"date-parts": [[2014]]},
        "edition": "النسخة السادسة",
        "volume": "3",
        "number": "2",
        "page": "10-12",
        "URL": "https://example.org/a_b?c=%7Bd%7D&e=1",
        "archive_location": "https://web.archive.org/x",
        "accessed": {"date-parts": [[2014, 9, 17]]},
        "DOI": "10.1000/x_(1)",
        "ISBN": "9780306406157",
        "language": "ar",
        "note": "ملاحظة",
    }


@pytest.mark.parametrize("kind", Kind.values)
def test_bibtex_of_every_kind_is_read_by_two_parsers(kind):
    source = full_source(kind)
    text = source_to_bibtex(source)
    (theirs,) = parse_string(text, "bibtex").entries.values()
    assert [str(person) for person in theirs.persons["author"]] == ["{فادي سالم}", "{رشا مرتضى}"]
    (entry,) = bibtexparser.parse_string(text).entries
    assert entry.key == f"source-{source.pk}"
    fields = {key: field.value for key, field in entry.fields_dict.items()}
    assert theirs.fields["title"] == fields["title"] == source.title
    assert fields["url"] == source.url
    assert fields["year"] == "2014"


def test_hostile_text_does_not_break_a_bib_file():
    sources = [
        SourceFactory(
            **dict.fromkeys(("title", "note", "container_title", "place", "edition"), HOSTILE),
            **dict.fromkeys(("volume", "issue", "pages", "isbn"), "} @x{\\"),
            authors=names(HOSTILE, "أ and ب"),
            publisher=names(HOSTILE),
            url="https://e.org/{x}\\@a{",
            doi="10.1000/}{",
        ),
        full_source(),
    ]
    text = sources_to_bibtex(sources)
    assert list(parse_string(text, "bibtex").entries) == [f"source-{source.pk}" for source in sources]
    theirs = bibtexparser.parse_string(text)
    assert [entry.key for entry in theirs.entries] == [f"source-{source.pk}" for source in sources]
    assert (theirs.failed_blocks, theirs.comments, theirs.strings) == ([], [], [])


def test_a_name_in_parts_keeps_its_commas_and_conjunctions():
    parties = [Party("", family="بن راشد, الابن", given="محمد and أحمد"), Party("", family="Salem", given="Fadi")]
    source = SourceFactory()
    source.parties = (parties, [])
    people = next(iter(parse_string(source_to_bibtex(source), "bibtex").entries.values())).persons["author"]
    assert [(person.last_names, person.first_names) for person in people] == [
        (["{بن راشد, الابن}"], ["{محمد and أحمد}"]),
        (["Salem"], ["Fadi"]),
    ]


def test_hidden_characters_stay_out_of_every_field_of_an_export():
    override = "\u202e"
    texts = ("title", "container_title", "volume", "issue", "pages", "place", "edition", "isbn", "note")
    source = SourceFactory(**dict.fromkeys(texts, f"أ{override}ب"), authors=names(f"أ{override}ب"))
    assert override not in json.dumps(source_to_csl(source), ensure_ascii=False) + source_to_bibtex(source)
