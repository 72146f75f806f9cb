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
    text = _without_marks(unicodedata.normalize("NFKC", text)).replace(TATWEEL, "")
    text = _FINAL_HAMZA.sub("ئ", _HAMZA_BEFORE_WAW.sub("ؤو", text))
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(map(_plain_digit, _without_marks(decomposed))).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of ``text``, as they are written."""
    return WORD.findall(text)


def _without_marks(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character) not in ("Mn", "Cf"))


def _plain_digit(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
