"""The copy desk: slips in Arabic copy that a rule can find, each with its correction.

A finding is a warning. Nothing here keeps an article from being saved or
published, and what needs judgement (typing errors, grammar) is left to people.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from wagtail_gulf_summit.conf import conf

from .locales import primary_subtag
from .tanween import TANWEEN, missing_tanween

LETTER = "[^\\W\\d_]"
MARKS = "[\u064b-\u0652\u0670]*"
GLUED_WORD = re.compile(f"(?:{LETTER}|[\u064b-\u0652\u0670\u0640])+")
GLUE = re.compile(f"(?<=[ةى])({MARKS})(?={LETTER})")
# Words run together lose more than one space: after a plural, and before a second "and the".
GLUED_ARTICLE = re.compile("(?<=ات)(?=ال\\w{3})|(?<=\\w{4})(?=وال\\w{3})")
DATELINE = re.compile(
    "\\A\\s*(?P<line>(?P<place>[\u0621-\u064a][\u0621-\u0652 ]{1,30}?)(?P<dash> *[-–—] *)"
    "(?P<agency>[^\\n:،؛.<>]{2,40}?)(?P<end>:|\\s*\\Z))"
)
PREFIX = "(?:[وف]?(?:[بك]?ال|لل|[بكل])?)"

HOUSE_STYLE = {
    "انترنت": "إنترنت",
    "الكتروني": "إلكتروني",
    "الكترونية": "إلكترونية",
    "الكترونيا": "إلكترونيًا",
    "اعلام": "إعلام",
    "اعلامي": "إعلامي",
    "اعلامية": "إعلامية",
    "امارات": "إمارات",
    "اماراتي": "إماراتي",
    "اماراتية": "إماراتية",
    "اردن": "أردن",
    "افريقيا": "أفريقيا",
    "اوروبا": "أوروبا",
    "اسيا": "آسيا",
    "ايران": "إيران",
    "ابوظبي": "أبوظبي",
    "اسلامي": "إسلامي",
    "اسلامية": "إسلامية",
    "اقليمي": "إقليمي",
    "اقليمية": "إقليمية",
    "اطلاق": "إطلاق",
    "اضافة": "إضافة",
    "انتاج": "إنتاج",
    "امكانية": "إمكانية",
    "اهمية": "أهمية",
}


@dataclass(frozen=True)
class Finding:
    """A slip: the ``rule``, the text ``found`` at character ``start``, what to put in its place, and why."""

    rule: str
    found: str
    suggest: str
    start: int
    message: str

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)


def check_text(text: str, language: str) -> list[Finding]:
    """The findings in plain ``text``, in its order; none for a language other than Arabic.

    >>> [(finding.found, finding.suggest) for finding in check_text("الحكومةوالصحة", "ar")]
    [('الحكومةوالصحة', 'الحكومة والصحة')]
    """
    if primary_subtag(language) != "ar":
        return []
    found = [finding for rule in RULES for finding in rule(text)]
    return sorted(found, key=lambda finding: finding.start)


def apply_fix(text: str, finding: Finding) -> str:
    """``text`` with the suggestion in place of what was found.

    Where the text has changed since, the nearest place that reads the same is
    corrected; where there is none, the text is given back as it is.
    """
    places = [match.start() for match in re.finditer(re.escape(finding.found), text)]
    if not places:
        return text
    start = min(places, key=lambda place: abs(place - finding.start))
    return text[:start] + finding.suggest + text[start + len(finding.found) :]


def missing_space(text: str) -> Iterator[Finding]:
    """A ta marbuta or alef maqsura ends its word, so a letter after it belongs to the next."""
    for word in GLUED_WORD.finditer(text):
        if GLUE.search(word.group()):
            apart = GLUE.sub(r"\1 ", word.group())
            apart = " ".join(GLUED_ARTICLE.sub(" ", part) for part in apart.split(" "))
            yield Finding("missing_space", word.group(), apart, word.start(), _("A space is missing between words."))


def hyphen_spacing(text: str) -> Iterator[Finding]:
    """The dateline «دبي - سويفت نيوز:» has a space on both sides of its hyphen."""
    line = DATELINE.match(text)
    if line is None or line["dash"] in (" - ", " – ", " — "):
        return
    if line["dash"].strip() == line["dash"] and line["end"] != ":":
        return
    spaced = f"{line['place'].rstrip()} {line['dash'].strip()} {line['agency'].lstrip()}{line['end']}"
    message = _("The hyphen of a dateline has a space on both sides.")
    yield Finding("hyphen_spacing", line["line"], spaced, line.start("line"), message)


def house_style_hamza(text: str) -> Iterator[Finding]:
    """Words that the house writes with a hamza: «الإنترنت», by the list and ``GULF_SUMMIT_HOUSE_STYLE``."""
    style = {word: right for word, right in {**HOUSE_STYLE, **conf.GULF_SUMMIT_HOUSE_STYLE}.items() if word != right}
    if not style:
        return
    alternatives = "|".join(sorted(map(re.escape, style), key=len, reverse=True))
    for word in re.finditer(f"(?<!\\w)({PREFIX})({alternatives})(?![\\w\u064b-\u0652])", text):
        suggest = word[1] + style[word[2]]
        message = _("House style: “%(word)s”.") % {"word": suggest}
        yield Finding("house_style_hamza", word.group(), suggest, word.start(), message)


def tanween_consistency(text: str) -> Iterator[Finding]:
    """Tanween written on one word and left out on the next, or on a word that always has it."""
    message = _("Tanween is written here as elsewhere: “%(mark)s” before the alef.") % {"mark": TANWEEN}
    for start, found, suggest in missing_tanween(text):
        yield Finding("tanween_consistency", found, suggest, start, message)


RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    missing_space,
    hyphen_spacing,
    house_style_hamza,
    tanween_consistency,
)
