"""Direction of a language, and text that hides its true order.

>>> direction("ar-ae"), direction("en-GB")
('rtl', 'ltr')
>>> strip_unsafe("\\u202Enimda")
'nimda'
"""

import re
from functools import lru_cache
from typing import Literal

Direction = Literal["rtl", "ltr"]

RTL_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
RTL_SCRIPTS = frozenset(
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"],
)

_EMBEDDINGS = re.compile("[\u202a-\u202e]")
_PARAGRAPH_END = re.compile("([\n\r\x1c-\x1e\x85\u2029])")
_ISOLATE_OPENERS = "\u2066\u2067\u2068"
_ISOLATE_CLOSER = "\u2069"


def is_rtl(language_code: str | None) -> bool:
    """Whether the language is written from right to left, by its primary subtag (``ar-ae`` as ``ar``).

    A script subtag wins: ``az-Arab`` is right-to-left, ``ar-Latn`` is not.
    """
    primary, *subtags = (language_code or "").lower().replace("_", "-").split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():
            return subtag in RTL_SCRIPTS
    return primary in RTL_LANGUAGES


@lru_cache(maxsize=256)
def direction(language_code: str | None) -> Direction:
    """``"rtl"`` or ``"ltr"``, for a ``dir`` attribute."""
    return "rtl" if is_rtl(language_code) else "ltr"


def has_unsafe_bidi(text: str) -> bool:
    """Whether ``text`` holds characters that can show it in another order than it is stored.

    These are the embeddings and overrides U+202A to U+202E, and isolates
    (U+2066 to U+2069) that are not balanced within their paragraph. LRM, RLM,
    ALM and ZWNJ are ordinary parts of Arabic and Persian text.
    """
    return strip_unsafe(text) != text


def strip_unsafe(text: str) -> str:
    """``text`` without the characters that ``has_unsafe_bidi`` finds."""
    text = _EMBEDDINGS.sub("", text)
    if not any(character in text for character in _ISOLATE_OPENERS + _ISOLATE_CLOSER):
        return text
    return "".join(_strip_unbalanced(paragraph) for paragraph in _PARAGRAPH_END.split(text))


def _strip_unbalanced(paragraph: str) -> str:
    open_at: list[int] = []
    strays: set[int] = set()
    for position, character in enumerate(paragraph):
        if character in _ISOLATE_OPENERS:
            open_at.append(position)
        elif character == _ISOLATE_CLOSER:
            if open_at:
                open_at.pop()
            else:
                strays.add(position)
    strays.update(open_at)
    return "".join(character for position, character in enumerate(paragraph) if position not in strays)
