"""Notes typed by hand become citations, and no reader sees a difference."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.html import strip_tags

from tests.citations.factories import SourceFactory, locale, make_article
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.converting.plain import find_list
from wagtail_gulf_summit.citations.converting.references import reference_to_source
from wagtail_gulf_summit.citations.formatting import format_source_text
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.numbering import citation_documents

pytestmark = pytest.mark.django_db

FIRST = (
    "العالم العربي على الانترنت 2014: توجهات استخدام الانترنت والهواتف المحمولة في العالم العربي. "
    "كلية محمد بن راشد للإدارة الحكومية"
)
SECOND = "تقرير الإعلام الاجتماعي العربي، النسخة السادسة. كلية محمد بن راشد للإدارة الحكومية"
SEED = [
    "<p>المستخدمين العرب على الانترنت[1] ووصول عدد مستخدمي وسائل التواصل.[2]</p>",
    "<p>[1] مذكور في أول الفقرة، وبلا مرجع[7]</p>",
    f"<p>[1] {FIRST}</p><p></p>",
    f"<p>[2]  {SECOND}</p>",
]


def fresh(page) -> StudyPage:
    return StudyPage.objects.get(pk=page.pk)


def marks(page) -> list[Mark]:
    return [mark for chunk in page.cited_rich_text() for mark in find_marks(chunk)]


def test_dry_run_reports_and_changes_nothing(capsys):
    page = make_article(*SEED)
    before = list(page.cited_rich_text())
    call_command("gulf_summit_convert_citations", "--no-color")
    assert capsys.readouterr().out.splitlines() == [
        f"{page.pk} مقال: 3 markers",
        f"  [1] new, {Source(kind='report').get_kind_display()}: {FIRST}",
        f"  [2] new, {Source(kind='report').get_kind_display()}: {SECOND}",
        "  [7] has no reference; left as it is",
        "1 pages, 3 markers, 2 new sources",
        "Nothing was changed. Run again with --apply to do it.",
    ]
    assert list(fresh(page).cited_rich_text()) == before
    assert Source.objects.count() == 0


def test_apply_converts_the_seed_as_it_was_printed():
    page = make_article(*SEED)
    call_command("gulf_summit_convert_citations", "--apply")
    page = fresh(page)
    first, second = Source.objects.order_by("pk")
    assert marks(page) == [Mark(first.pk), Mark(second.pk), Mark(first.pk)]
    assert [strip_tags(document["html"]) for document in citation_documents(page)] == [FIRST, SECOND]
    assert (second.title, second.edition, second.year) == ("تقرير الإعلام الاجتماعي العربي", "النسخة السادسة", None)
    assert [strip_tags(chunk) for chunk in page.cited_rich_text()] == [
        "المستخدمين العرب على الانترنت[1] ووصول عدد مستخدمي وسائل التواصل.[2]",
        "[1] مذكور في أول الفقرة، وبلا مرجع[7]",
        "",
    ]
    assert page.live
    assert not page.has_unpublished_changes


def test_converting_again_changes_nothing(capsys):
    page = make_article(*SEED)
    call_command("gulf_summit_convert_citations", "--apply")
    stored = list(fresh(page).cited_rich_text())
    call_command("gulf_summit_convert_citations", "--apply")
    assert capsys.readouterr().out.splitlines()[-1] == "0 pages, 0 markers, 0 new sources"
    assert list(fresh(page).cited_rich_text()) == stored


def test_a_source_that_is_kept_is_reused():
    source = SourceFactory(title="تقرير", publisher=[("text", "دار")])
    page = make_article("<p>أ[1]</p>", "<p>[1] تقرير. دار</p>")
    call_command("gulf_summit_convert_citations", "--apply")
    assert marks(fresh(page)) == [Mark(source.pk)]
    assert Source.objects.count() == 1


def test_an_uncited_entry_stays_in_the_list():
    page = make_article("<p>أ[2]</p>", "<p>[1] غير مذكور. دار<br/>[2] مذكور. دار</p>")
    call_command("gulf_summit_convert_citations", "--apply")
    assert [strip_tags(chunk) for chunk in fresh(page).cited_rich_text()] == ["أ[2]", "[1] غير مذكور. دار"]


def test_unpublished_changes_are_converted_and_stay_a_draft():
    page = make_article("<p>أ[1]</p>", "<p>[1] تقرير. دار</p>")
    page.body.append(("paragraph", "<p>[2] آخر. دار</p>"))
    page.body[0].value.source = "<p>ب[2]</p>"
    page.save_revision()
    call_command("gulf_summit_convert_citations", "--apply")
    page = fresh(page)
    assert page.has_unpublished_changes
    assert [strip_tags(chunk) for chunk in page.get_latest_revision_as_object().cited_rich_text()] == [
        "ب[2]", "[1] تقرير. دار",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chunks", "references"),
    [
        (["<p>أ[1]</p>"], {}),
        (["<p>[1] أ</p>", "<p>خاتمة</p>"], {}),
        (["<ul><li>[1] أ</li><li>[2] ب</li></ul>"], {1: "أ", 2: "ب"}),
        (["<p>[١] أ</p>", "<p>[٢]: ب</p>"], {1: "أ", 2: "ب"}),
        (["<p>[1] أ &amp; ب</p>", "<p> </p>"], {1: "أ & ب"}),
        ([], {}),
    ],
)
def test_the_list_that_ends_a_text(chunks, references):
    assert find_list(chunks).references == references


@pytest.mark.parametrize(
    "text",
    [
        FIRST, SECOND, "Report, 6th edition. MBRSG, 2014", "عنوان بلا ناشر", "Title. Publisher.", "A. B. C",
        "تقرير. دار. https://example.org/a", "Interview with the author, 3 May 2014.",
    ],
)  # fmt: skip
def test_every_reference_prints_as_it_stood(text):
    source = reference_to_source(text, locale("ar"))
    assert format_source_text(source, "ar") == text


def test_notes_of_wagtail_footnotes_become_citations(tmp_path):
    pytest.importorskip("wagtail_footnotes")
    root = Path(__file__).parents[2]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.projects.footnotes.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    command = [sys.executable, "-m", "tests.projects.footnotes.convert"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "text": '<p>أ<a linktype="citation" id="1">[1]</a> ب<a linktype="citation" id="1">[1]</a></p>',
        "source": ["note", "انظر التقرير هنا", "https://example.org/report"],
    }
