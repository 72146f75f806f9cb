import pytest

from wagtail_gulf_summit.arabic.numerals import format_number, format_percent, localise_digits
from wagtail_gulf_summit.arabic.slugs import make_slug

HEADLINE = "قمة الحكومات الخليجية الثالثة للتواصل الاجتماعي تجتمع لتعزيز الخدمات الحكومية الذكية"


def test_numbers_have_western_digits_by_default():
    assert format_number(82_000_000, "ar") == "82,000,000"
    assert format_number(0.5, "ar") == "0.5"
    assert format_percent(74, "ar") == "74%"


def test_numbers_have_arabic_indic_digits_where_the_site_says_so(settings):
    settings.GULF_SUMMIT_ARABIC_DIGITS = "arabic-indic"
    assert format_number(82_000_000, "ar") == "٨٢٬٠٠٠٬٠٠٠"
    assert format_percent(74, "ar-ae") == "٧٤٪"
    assert localise_digits("[1]", "ar") == "[١]"
    assert format_number(1000, "en") == "1,000"
    assert localise_digits("[1]", "en") == "[1]"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        (HEADLINE, "قمة-الحكومات-الخليجية-الثالثة-للتواصل-الاجتماعي-تجتمع-لتعزيز-الخدمات-الحكومية"),
        ("قِمّة الحكومـــات", "قمة-الحكومات"),
        ("دبي- سويفت نيوز: 2014/2015", "دبي-سويفت-نيوز-2014-2015"),
        ("دبي،الشارقة", "دبي-الشارقة"),
        ("GITEX في دبي", "gitex-في-دبي"),
        ("It's the CEO’s day", "its-the-ceos-day"),
        ("ﻗﻤﺔ", "قمة"),
        ("\u200fقمة\u200f", "قمة"),
        ("Café", "café"),
        ("؟!", ""),
        ("", ""),
    ],
)
def test_a_slug_keeps_the_letters_of_the_title(title, slug):
    assert make_slug(title) == slug


def test_a_slug_is_cut_between_words():
    slug = make_slug("كلمة " * 60)
    assert slug == "-".join(["كلمة"] * 16)
    assert len(slug) <= 80


def test_a_word_longer_than_a_slug_is_cut_inside():
    assert make_slug("ا" * 200) == "ا" * 80
    assert make_slug("ا" * 80) == "ا" * 80
    assert make_slug("ا" * 80 + " ب") == "ا" * 80


def test_a_slug_is_stable():
    assert make_slug(make_slug(HEADLINE)) == make_slug(HEADLINE)
