import pytest

from wagtail_gulf_summit.arabic.bidi import direction, has_unsafe_bidi, is_rtl, strip_unsafe


@pytest.mark.parametrize("code", ["ar", "AR", "ar-ae", "ar_SA", "fa", "ur-PK", "he", "az-Arab", "ku-Arab-IQ"])
def test_languages_written_from_right_to_left(code):
    assert direction(code) == "rtl"


@pytest.mark.parametrize("code", ["en", "en-GB", "fr", "ar-Latn", "az", "ku", "", None, "arn"])
def test_languages_written_from_left_to_right(code):
    assert direction(code) == "ltr"
    assert not is_rtl(code)


@pytest.mark.parametrize("code_point", range(0x202A, 0x202F))
def test_embeddings_and_overrides_are_unsafe(code_point):
    text = f"a{chr(code_point)}nimda"
    assert has_unsafe_bidi(text)
    assert strip_unsafe(text) == "animda"


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("a\u2067b", "ab"),
        ("a\u2069b", "ab"),
        ("\u2066a\u2069\u2069", "\u2066a\u2069"),
        ("\u2066\u2067a\u2069", "\u2066a\u2069"),
        ("\u2066a\nb\u2069", "a\nb"),
        ("\u2066a\u2029b\u2069", "a\u2029b"),
    ],
)
def test_isolates_must_be_balanced_within_their_paragraph(text, stripped):
    assert has_unsafe_bidi(text)
    assert strip_unsafe(text).replace("\u2067", "\u2066") == stripped


@pytest.mark.parametrize(
    "text", ["\u200eC++", "\u200f+971", "\u061cا", "می\u200cخواهم", "\u2068أحمد\u2069 and \u2066x\u2069", ""]
)
def test_marks_that_ordinary_text_needs_are_kept(text):
    assert not has_unsafe_bidi(text)
    assert strip_unsafe(text) == text
