"""Arabic words brought to the form that readers' spellings share.

``fold`` undoes differences of spelling (hamza, tashkeel, tatweel, ta marbuta,
alef maqsura, Persian letters, digits); ``stem`` also takes off the article,
attached prepositions and the endings of number, gender and nisba.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0640\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f])*")

TATWEEL = "\u0640"
# The marks taken off by decomposition leave these letters to be joined.
_LETTERS = str.maketrans(
    {
        "ة": "ه",
        "ۃ": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "گ": "ك",
        "ٱ": "ا",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "٫": ".",
        "٬": ",",
        "٪": "%",
    }
)
# مسئول is مسؤول and شئ is شيء; the ending of لاجئون is its own.
_HAMZA_BEFORE_WAW = re.compile(r"[ئء]و(?!ن\b)|(?<!\w{2})[ئء]و")
_FINAL_HAMZA = re.compile(r"يء\b")


def fold(text: str) -> str:
    """``text`` in the spelling its variants share, in lower case; punctuation and spaces stay.

    >>> fold("الإنترنت"), fold("مُؤسَّسة"), fold("٢٠١٤")
    ('الانترنت', 'موسسه', '2014')
    """
    text = unicodedata.normalize("NFKC", text).translate(_MARKS).replace(TATWEEL, "")
    text = _FINAL_HAMZA.sub("ئ", _HAMZA_BEFORE_WAW.sub("ؤو", text))
    return unicodedata.normalize("NFKD", text).lower().translate(_FOLDED)


def words(text: str) -> list[str]:
    """The words of ``text``, as they are written."""
    return WORD.findall(text)


class _Marks(dict[int, int | None]):
    """For ``str.translate``: nothing for a mark or a sign without width, all else as it is."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) in ("Mn", "Cf") else code
        return self[code]


class _Letters(dict[int, int | str | None]):
    """For ``str.translate``: besides marks, the digits of every script and the letters that share a spelling."""

    def __missing__(self, code: int) -> int | str | None:
        digit = unicodedata.digit(chr(code), None)
        self[code] = _MARKS[code] if digit is None else str(digit)
        return self[code]


_MARKS = _Marks()
_FOLDED = _Letters(_LETTERS)
