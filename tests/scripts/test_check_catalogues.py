import polib
import pytest

from scripts.check_catalogues import faults_of_entry, needs_arabic

SIX = {0: "لا تعليقات", 1: "تعليق واحد", 2: "تعليقان", 3: "%(n)d تعليقات", 4: "%(n)d تعليقًا", 5: "%(n)d تعليق"}


def entry(**parts):
    return polib.POEntry(**{"msgid": "Approve", "msgstr": "وافق", **parts})


def plural(forms):
    return polib.POEntry(msgid="%(n)d comment", msgid_plural="%(n)d comments", msgstr_plural=forms)


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        (entry(), []),
        (entry(msgstr=""), ["is empty"]),
        (entry(msgstr="  "), ["is empty"]),
        (entry(flags=["fuzzy"]), ["is fuzzy"]),
        (entry(msgstr="Approve"), ["has no Arabic letters"]),
        (entry(msgstr="\u202bوافق\u202c"), ["holds a bidi embedding"]),
        (entry(msgid="DOI", msgstr="DOI"), []),
        (entry(msgid="%(name)s <b>{0}</b>", msgstr="%(name)s <b>{0}</b>"), []),
        (plural(SIX), []),
        (plural({**SIX, 4: ""}), ["is empty"]),
        (plural({0: "تعليق", 1: "تعليقات"}), ["has 2 plural forms, not 6"]),
        (plural({**SIX, 1: "one comment"}), ["has no Arabic letters"]),
    ],
)
def test_what_is_wrong_with_an_entry(wrong, faults):
    assert list(faults_of_entry(wrong)) == faults


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("Cite", True),
        ("%(count)s", False),
        ("ISBN", False),
        ("BibTeX", False),
        ("BibTeX file", True),
        ("RIS, DOI", False),
    ],
)
def test_names_and_placeholders_need_no_arabic(source, needed):
    assert needs_arabic(source) is needed
