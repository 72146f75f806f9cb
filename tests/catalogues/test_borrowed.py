"""What other packages leave untranslated reads as Arabic where ours are installed."""

import re
from importlib.resources import files

import polib
import pytest
from django.utils import translation

ARABIC = re.compile(r"[\u0620-\u064A]")


def entries(package):
    """The strings ``package`` collected from its own source, from the one catalogue that it ships in full."""
    return polib.pofile(str(files(package) / "locale" / "de" / "LC_MESSAGES" / "django.po"))


def in_arabic(entry):
    if entry.msgid_plural:
        return [translation.ngettext(entry.msgid, entry.msgid_plural, n) for n in (0, 1, 2, 3, 11, 100)]
    return [translation.pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else translation.gettext(entry.msgid)]


@pytest.mark.parametrize("package", ["django_comments_xtd", "django_comments"])
def test_every_string_of_the_comment_packages_reads_arabic(package):
    with translation.override("ar"):
        english = [e.msgid for e in entries(package) if not all(ARABIC.search(text) for text in in_arabic(e))]
    assert english == []


def test_the_flags_of_a_comment_are_counted_in_six_forms():
    one, many = (
        "A user has flagged this comment as inappropriate.",
        "%(counter)s users have flagged this comment as inappropriate.",
    )
    with translation.override("ar"):
        assert [translation.ngettext(one, many, n) % {"counter": n} for n in (0, 1, 2, 3, 11, 100)] == [
            "لم يسم أي مستخدم هذا التعليق بأنه غير لائق.",
            "وسم مستخدم واحد هذا التعليق بأنه غير لائق.",
            "وسم مستخدمان هذا التعليق بأنه غير لائق.",
            "وسم 3 مستخدمين هذا التعليق بأنه غير لائق.",
            "وسم 11 مستخدمًا هذا التعليق بأنه غير لائق.",
            "وسم 100 مستخدم هذا التعليق بأنه غير لائق.",
        ]
