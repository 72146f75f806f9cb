import re

import pytest

from wagtail_gulf_summit.arabic.copydesk import Finding, apply_fix, check_text

# The seed's copy, with the slips that its own copy desk lists.
GLUED = "في شتى القطاعات مثل الحكومةوالصحةوالدفاعوالسياحةوالعلاقاتالخارجيةوالتعليم."
APART = "في شتى القطاعات مثل الحكومة والصحة والدفاع والسياحة والعلاقات الخارجية والتعليم."
QUOTE = "يملك الجمهور العربي اليوم توجها إيجابياً نحو الحكومات. ففي الاستطلاعات التي أجريناها مؤخراً، وجدنا ذلك"


def slips(text, language="ar"):
    return [(finding.rule, finding.found, finding.suggest) for finding in check_text(text, language)]


def corrected(text):
    for finding in reversed(check_text(text, "ar")):
        text = apply_fix(text, finding)
    return text


def test_words_run_together_are_taken_apart():
    assert slips(GLUED)[0][:2] == ("missing_space", "الحكومةوالصحةوالدفاعوالسياحةوالعلاقاتالخارجيةوالتعليم")
    assert corrected(GLUED) == APART
    assert corrected("علىالطاولة") == "على الطاولة"
    assert corrected("شركةGoogle") == "شركة Google"
    assert corrected("قمةٌوأخرى") == "قمةٌ وأخرى"


@pytest.mark.parametrize("text", ["الحكومة والصحة", "قمةً", "على الأموال", "قمة2014", "«القمة»", "قمة، ثم", "قمةُ"])
def test_words_with_their_spaces_are_left_alone(text):
    assert slips(text) == []


@pytest.mark.parametrize("line", ["دبي- سويفت نيوز:", "دبي -سويفت نيوز:", "دبي-سويفت نيوز:"])
def test_the_hyphen_of_a_dateline_has_a_space_on_both_sides(line):
    assert slips(line) == [("hyphen_spacing", line, "دبي - سويفت نيوز:")]


@pytest.mark.parametrize(
    "text", ["دبي - سويفت نيوز:", "دبي – وام:", "ذكر خالد-وهو مدير-ذلك", "2014-2015: قمة", "A- B:"]
)
def test_other_hyphens_are_left_alone(text):
    assert slips(text) == []


def test_the_house_spelling_is_suggested_with_what_is_attached_to_the_word():
    assert slips("عبر الانترنت وبالانترنت وللامارات") == [
        ("house_style_hamza", "الانترنت", "الإنترنت"),
        ("house_style_hamza", "وبالانترنت", "وبالإنترنت"),
        ("house_style_hamza", "وللامارات", "وللإمارات"),
    ]
    assert slips("الإنترنت إعلام") == []


def test_a_site_adds_to_the_house_style_and_takes_from_it(settings):
    settings.GULF_SUMMIT_HOUSE_STYLE = {"فيس بوك": "فيسبوك", "انترنت": "انترنت"}
    assert slips("موقع فيس بوك على الانترنت") == [("house_style_hamza", "فيس بوك", "فيسبوك")]


def test_tanween_left_out_is_suggested():
    assert slips(QUOTE) == [("tanween_consistency", "توجها إيجابياً", "توجهًا إيجابيًا")]
    assert slips("وتعليقا على ذلك، قال") == [("tanween_consistency", "وتعليقا", "وتعليقًا")]
    assert slips("أمرا محدوداً") == [("tanween_consistency", "أمرا محدوداً", "أمرًا محدودًا")]


@pytest.mark.parametrize(
    "text", ["وأنا شخصياً أتطلع", "سوريا سابقاً", "هذا أيضاً", "كتبوا كثيراً", "تعطيها", "التكنولوجيا", "أمراً محدوداً"]
)
def test_an_alef_that_is_no_tanween_is_left_alone(text):
    assert slips(text) == []


def test_findings_come_in_the_order_of_the_text_with_their_place():
    text = "وتعليقا على الانترنت والحكومةوالصحة"
    findings = check_text(text, "ar")
    assert [finding.rule for finding in findings] == ["tanween_consistency", "house_style_hamza", "missing_space"]
    assert [text[finding.start :].startswith(finding.found) for finding in findings] == [True, True, True]
    assert all(finding.message for finding in findings)


def test_only_arabic_copy_is_read():
    assert slips(GLUED, "en") == []
    assert slips(GLUED, "ar-ae") == slips(GLUED, "ar")


def test_a_fix_follows_its_words_when_the_text_moved():
    finding = Finding("house_style_hamza", "الانترنت", "الإنترنت", 0, "")
    assert apply_fix("الانترنت والانترنت", finding) == "الإنترنت والانترنت"
    assert apply_fix("الانترنت هنا", Finding("x", "الانترنت", "الإنترنت", 90, "")) == "الإنترنت هنا"
    assert apply_fix("لا شيء", finding) == "لا شيء"


def test_every_correction_is_final():
    text = f"{GLUED} {QUOTE} عبر الانترنت"
    assert check_text(corrected(text), "ar") == []
    assert not re.search("  ", corrected(text))
