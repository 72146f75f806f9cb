"""Whole words and phrases found whatever their spelling. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from wagtail_gulf_summit.arabic.fold import fold

_WORD = re.compile(r"\w+")
_PREFIXES = (
    "",
    *(f"{particle}{article}" for particle in ("", *"وفبكل") for article in ("", "ال")),
    "لل",
    "ولل",
    "وال",
)


def first_match(text: str, phrases: Iterable[str], with_prefixes: bool = False) -> str | None:
    """The first of ``phrases`` that stands in ``text`` as whole words.

    Hamza, tashkeel, tatweel, capitals and invisible characters make no difference.

    >>> first_match("هذا إعـــلانٌ", ["اعلان"]), first_match("class", ["ass"])
    ('اعلان', None)
    >>> first_match("والإعلان", ["اعلان"]), first_match("والإعلان", ["اعلان"], with_prefixes=True)
    (None, 'اعلان')
    """
    words = folded_words(text)
    joined = f" {' '.join(words)} "
    for phrase in phrases:
        wanted = _folded_phrase(phrase)
        if wanted and any(f" {prefix}{wanted} " in joined for prefix in (_PREFIXES if with_prefixes else ("",))):
            return phrase
    return None


def folded_words(text: str) -> list[str]:
    """The words of ``text`` in the spelling that variants share."""
    return _WORD.findall(fold(text))


def same_words(text: str) -> str:
    """What two texts share that differ in spelling and spacing alone.

    >>> same_words("إنَّهُ  رائع") == same_words("انه رائع")
    True
    """
    return " ".join(fold(text).split())


@lru_cache(maxsize=4096)
def _folded_phrase(phrase: str) -> str:
    return " ".join(folded_words(phrase))
