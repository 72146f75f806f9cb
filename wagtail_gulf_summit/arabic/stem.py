"""A light stemmer for Arabic words, for search only: it joins forms of a word, it does not find roots.

Taken off, as long as enough of the word is left: the article with what is
attached before it, the pronouns, and the endings of dual, plural, feminine and
nisba. Broken plurals, which follow no rule, come from
``broken_plurals.txt``.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from . import lexicon
from .fold import fold

ARTICLE = re.compile("^[وف]?(?:[بك]?ال|لل)")
SINGLE_PREFIXES = "وفبكل"
# The ending, and how many letters must stand before it.
PRONOUNS = (("هما", 3), ("ها", 3), ("هم", 3), ("نا", 3), ("هن", 4), ("كم", 4))
NISBA = ("يون", "يين", "يات", "يه", "ي")
MAX_ENDINGS = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form that a word shares with its plural, dual, feminine, nisba and definite forms.

    >>> stem("والحكومات") == stem("حكومة") == stem("حكوميين")
    True
    >>> stem("علم") == stem("عالم")
    False
    """
    return _without_endings(without_article(fold(word)))


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """The stem of a word, then those it has if its first letter is a preposition or conjunction."""
    folded = fold(word)
    bare = without_article(folded)
    found = [_without_endings(bare)]
    if bare == folded:
        found += _without_single_prefix(folded)
    elif folded.startswith("لل"):
        # للجنة is ل + اللجنة: the word's own lam is written once.
        found.append(_without_endings("ل" + bare))
    if bare.endswith(("ها", "نا")):
        # The alef alone may be the ending: تنبيها, مليونا.
        found.append(_without_endings(bare[:-1]))
    return tuple(dict.fromkeys(found))


def without_article(word: str) -> str:
    """A folded word without the article and what is attached before it."""
    if _al_is_radical(word) or (word[:1] in SINGLE_PREFIXES and _al_is_radical(word[1:])):
        return word
    bare = ARTICLE.sub("", word)
    if bare == word:
        return word
    if word.startswith("لل") and "ل" + bare in _folded("FIRST_LETTER_IS_RADICAL"):
        return "ل" + bare
    enough = 3 if len(word) - len(bare) > 2 else 2
    return bare if len(bare) >= enough else word


def _al_is_radical(word: str) -> bool:
    return word in _folded("AL_IS_RADICAL_WHOLE") or word.startswith(tuple(_folded("AL_IS_RADICAL")))


def _without_single_prefix(word: str) -> list[str]:
    if word[:1] not in SINGLE_PREFIXES or word in _folded("FIRST_LETTER_IS_RADICAL"):
        return []
    rest = word[1:]
    if len(rest) < 4 and rest not in _folded("TAKES_PREPOSITION") and rest not in _short_words():
        return []
    deeper = _without_single_prefix(rest) if word[0] in "وف" else []
    return [_without_endings(rest), *deeper]


def _without_endings(word: str) -> str:
    word = _without_pronoun(word)
    for _ in range(MAX_ENDINGS):
        if word in _singulars():
            return _singulars()[word]
        shorter = _without_one_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


def _without_pronoun(word: str) -> str:
    if word in _folded("WHOLE"):
        return word
    for pronoun, enough in PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= enough:
            return _before_pronoun(word.removesuffix(pronoun))
    if word.endswith("ته") and len(word) >= 5 and word[:-1] not in _folded("WHOLE"):
        return word[:-2] + "ه"
    return word


def _before_pronoun(word: str) -> str:
    """A noun as it is without a pronoun: its ta marbuta and its hamza change letter before one."""
    if word.endswith("ت") and not word.endswith("ات") and word not in _folded("WHOLE"):
        return word[:-1] + "ه"
    if word.endswith(("اي", "او")):
        return word[:-1] + "ء"
    return word


def _without_one_ending(word: str) -> str:
    if word in _folded("WHOLE") or word in _folded("KEEP_TA"):
        return word
    if word.endswith("ات") and word[:-2] + "ه" in _folded("KEEP_TA"):
        return word[:-2] + "ه"
    if word.endswith(("تين", "تان")) and len(word) >= 5:
        return word[:-3] + "ه"
    if word.endswith(("اوات", "اوي", "اويه")) and len(word) >= 6:
        return word[: word.rindex("او")] + "اء"
    for ending in NISBA:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return _without_number(word)


def _without_number(word: str) -> str:
    if word.endswith("يات") and len(word) == 5:
        return word[:-2]
    if word.endswith("ات") and len(word) >= 4:
        return word[:-2] if len(word) > 5 else word[:-2] + "ه"
    if word.endswith(("ون", "ان")) and (len(word) >= 6 or word[:-2] in _short_nouns()):
        return word[:-2]
    if word.endswith("ين") and len(word) >= 5 and not _is_verbal_noun(word):
        return word[:-2]
    if word.endswith("ه") and _drops_ta(word):
        return word[:-1]
    if word.endswith("ا") and len(word) >= 4:
        return word[:-1]
    return word


def _drops_ta(word: str) -> bool:
    """Whether a feminine word is looked up by its masculine: شركة and دولة are too short to tell."""
    if len(word) == 4 and word[-2] != "ي":
        return word[:-1] in _folded("SHORT_ADJECTIVES") | _folded("WHOLE")
    return len(word) >= 4 or word[:-1] in _folded("SHORT_ADJECTIVES")


def _is_verbal_noun(word: str) -> bool:
    """Whether the word has the shape of تمرين, whose last letters are its own."""
    return len(word) == 5 and word.startswith("ت")


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in getattr(lexicon, name).split())


@cache
def _plural_rows() -> list[list[str]]:
    """The folded rows of the list of broken plurals, each with its singular first."""
    rows = files(__package__).joinpath("broken_plurals.txt").read_text(encoding="utf-8")
    return [fold(row).split() for row in rows.splitlines()]


@cache
def _short_nouns() -> frozenset[str]:
    """Nouns of three letters, which have a dual: يومان, شهران."""
    return frozenset(singular for singular, *_plurals in _plural_rows() if len(singular) == 3)


@cache
def _short_words() -> frozenset[str]:
    """Nouns and plurals of three letters, which are told from what only looks like them by the list."""
    return frozenset(word for row in _plural_rows() for word in row if len(word) == 3)


@cache
def _singulars() -> dict[str, str]:
    """The stem of each broken plural, by the plural's folded form."""
    stems_by_plural: dict[str, str] = {}
    for singular, *plurals in _plural_rows():
        for _ in range(MAX_ENDINGS):
            singular = _without_one_ending(singular)
        for plural in plurals:
            stems_by_plural.setdefault(plural, singular)
    return stems_by_plural
