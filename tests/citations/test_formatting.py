"""Sources in the style the newspaper prints."""

from datetime import date

import pytest

from tests.citations.factories import SCHOOL, SourceFactory, locale, names
from wagtail_gulf_summit.citations.formatting import format_source_html, format_source_text, text_direction
from wagtail_gulf_summit.citations.models import LinkCheck

pytestmark = pytest.mark.django_db


def arabic(**fields) -> str:
    return format_source_text(SourceFactory(**fields), "ar")


def english(**fields) -> str:
    return format_source_text(SourceFactory(locale=locale("en"), **fields), "en")


def test_title_and_publisher_as_the_first_source_of_the_seed():
    title = "العالم العربي على الانترنت 2014: توجهات استخدام الانترنت والهواتف المحمولة في العالم العربي"
    assert arabic(title=title, publisher=names(SCHOOL), year=2014) == f"{title}. {SCHOOL}"


def test_edition_follows_an_arabic_comma_as_in_the_second_source_of_the_seed():
    assert (
        arabic(
            title="تقرير الإعلام الاجتماعي العربي", edition="النسخة السادسة", edition_number=6, publisher=names(SCHOOL)
        )
        == f"تقرير الإعلام الاجتماعي العربي، النسخة السادسة. {SCHOOL}"
    )


def test_english_source():
    assert english(title="Arab Social Media Report", edition="6th edition", publisher=names("MBRSG"), year=2014) == (
        "Arab Social Media Report, 6th edition. MBRSG, 2014"
    )


def test_edition_number_is_printed_in_the_language_of_the_source():
    assert english(title="Report", edition_number=6) == "Report, edition 6"


def test_authors_container_and_pages():
    assert (
        english(
            kind="article",
            title="Open data",
            authors=names("Fadi Salem", "Racha Mourtada"),
            container_title="Gulf Review",
            volume="3",
            issue="2",
            pages="10–12",
            year=2013,
        )
        == "Fadi Salem, Racha Mourtada. Open data. Gulf Review, 3(2), pp. 10–12. 2013"
    )


def test_a_title_that_ends_in_a_question_mark_takes_no_full_stop():
    assert arabic(title="من يملك الانترنت؟", publisher=names("دار")) == "من يملك الانترنت؟ دار"


def test_exact_date_and_place():
    assert english(title="News", place="Dubai", publisher=names("Times"), published_on=date(2014, 9, 17)) == (
        "News. Dubai: Times, 17 September 2014"
    )


def test_printed_text_wins_and_is_stripped():
    source = SourceFactory(title="عنوان", printed="  كما طُبع، حرفيًا ")
    assert format_source_text(source, "ar") == "كما طُبع، حرفيًا"
    assert source.printed == "  كما طُبع، حرفيًا "


def test_a_source_in_another_language_carries_its_own_lang_and_dir():
    source = SourceFactory(locale=locale("en"), title="Report", edition="2nd")
    assert format_source_html(source, "ar") == (
        '<span lang="en" dir="ltr"><cite dir="ltr">Report</cite>, <bdi>2nd</bdi></span>'
    )


def test_a_latin_title_in_an_arabic_record_is_isolated():
    source = SourceFactory(title="Arab Social Media Report", language="en", publisher=names(SCHOOL))
    assert format_source_html(source, "ar") == (
        f'<cite lang="en" dir="ltr">Arab Social Media Report</cite>. <bdi>{SCHOOL}</bdi>'
    )


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("GITEX في دبي", "ar", "rtl"),
        ("C++", "ar", "ltr"),
        ("2014", "ar", "rtl"),
        ("دبي", "en", "rtl"),
        ("", "en", "ltr"),
    ],
)
def test_direction_of_a_part(text, language, expected):
    assert text_direction(text, language) == expected


def test_digits_follow_the_publishers_setting(settings):
    settings.GULF_SUMMIT_ARABIC_DIGITS = "arabic-indic"
    assert arabic(title="تقرير", publisher=names("دار"), year=2014) == "تقرير. دار، ٢٠١٤"


def test_title_links_to_the_address_or_the_doi():
    assert '<a href="https://example.org/a" rel="noopener nofollow">' in format_source_html(
        SourceFactory(url="https://example.org/a", doi="10.1/x"), "ar"
    )
    assert '<a href="https://doi.org/10.1000/x"' in format_source_html(SourceFactory(doi="10.1000/x"), "ar")


def test_archived_copy_takes_the_place_of_a_dead_address(frozen_now):
    source = SourceFactory(locale=locale("en"), url="https://gone.example/a", archive_url="https://archive.example/a")
    assert format_source_text(source, "en").endswith("Archived copy")
    LinkCheck.objects.create(source=source, url=source.url, status=404, checked_at=frozen_now)
    assert format_source_html(source, "en").count("https://archive.example/a") == 1
    assert "gone.example" not in format_source_html(source, "en")
