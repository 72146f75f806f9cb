"""The catalogue gate, run whole on a small package with planted faults. Needs gettext."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_catalogues.py"
MODULE = """
from django.utils.translation import gettext, ngettext

APPROVE = gettext("Approve")


def count(n):
    return ngettext("%(n)d comment", "%(n)d comments", n) % {"n": n}
"""
CATALOGUE = """msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n"
"""
ARABIC = {
    'msgid "Approve"\nmsgstr ""': 'msgid "Approve"\nmsgstr "وافق"',
    'msgstr[0] ""': 'msgstr[0] "لا تعليقات"',
    'msgstr[1] ""': 'msgstr[1] "تعليق واحد"',
    'msgstr[2] ""': 'msgstr[2] "تعليقان"',
    'msgstr[3] ""': 'msgstr[3] "%(n)d تعليقات"',
    'msgstr[4] ""': 'msgstr[4] "%(n)d تعليقًا"',
    'msgstr[5] ""': 'msgstr[5] "%(n)d تعليق"',
}


@pytest.fixture
def package(tmp_path):
    """A package with a complete Arabic catalogue."""
    package = tmp_path / "wagtail_gulf_summit"
    catalogue = package / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(CATALOGUE)
    (package / "text.py").write_text(MODULE)
    assert gate(package, "--write") == (0, "")
    replace(catalogue, ARABIC)
    assert gate(package, "--write") == (0, "")
    return package


def gate(package, *arguments):
    done = subprocess.run([sys.executable, SCRIPT, *arguments], cwd=package.parent, capture_output=True, text=True)
    assert done.stderr == ""
    return done.returncode, done.stdout


def replace(path, changes):
    text = path.read_text()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


def catalogue(package):
    return package / "locale" / "ar" / "LC_MESSAGES" / "django.po"


def test_a_complete_catalogue_passes(package):
    assert gate(package) == (0, "1 catalogues are complete\n")


def test_a_string_that_nobody_collected_fails(package):
    replace(package / "text.py", {'gettext("Approve")': 'gettext("Reject")'})
    code, output = gate(package)
    assert (code, "makemessages changes it" in output) == (1, True)


def test_an_untranslated_string_fails(package):
    replace(package / "text.py", {"APPROVE =": 'REJECT = gettext("Reject")\nAPPROVE ='})
    assert gate(package, "--write")[0] == 0
    code, output = gate(package)
    assert (code, "'Reject' is empty" in output) == (1, True)


def test_a_missing_plural_form_fails(package):
    replace(catalogue(package), {'msgstr[4] "%(n)d تعليقًا"': 'msgstr[4] ""'})
    code, output = gate(package)
    assert (code, "'%(n)d comment' is empty" in output) == (1, True)


def test_a_stale_compiled_catalogue_fails(package):
    replace(catalogue(package), {"وافق": "اقبل"})
    code, output = gate(package)
    assert (code, output.splitlines()[0].endswith("django.mo is stale")) == (1, True)


def test_a_lost_placeholder_fails(package):
    replace(catalogue(package), {"%(n)d تعليقًا": "%(m)d تعليقًا"})
    assert gate(package)[0] == 1
