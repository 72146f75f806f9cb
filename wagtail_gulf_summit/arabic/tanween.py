"""Words that end in tanween on an alef, and were written without it."""

import re
from collections.abc import Iterator

from . import lexicon

TANWEEN = "\u064b"

_LETTER = "[\u0621-\u063a\u0641-\u064a]"
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0670]+")
_ENDS_IN_TANWEEN = re.compile(f"(?:{TANWEEN}ا|ا{TANWEEN})$")

# Adverbs, and verbal nouns by their shape, that end in a bare alef only when the mark was left out.
_ADVERBS = frozenset(lexicon.TANWEEN_ADVERBS.split())
_VERBAL_NOUNS = re.compile(
    f"(?:ت{_LETTER}{{2}}ي(?!ه){_LETTER}|است{_LETTER}{{2}}ا{_LETTER}|ا{_LETTER}ت{_LETTER}ا{_LETTER}"
    f"|ان{_LETTER}{{2}}ا{_LETTER}|إ{_LETTER}{{2}}ا{_LETTER})ا"
)
# Before an adjective with tanween a noun has it too, unless the alef belongs to something else.
_NOT_A_NOUN = re.compile("(?:ها|نا|ما|وا|يا|ذا|لا|أنا|كذا)$")
_VERBAL_NOUN_IN_HA = re.compile(f"ت{_LETTER}{{2}}ها")


def missing_tanween(text: str) -> Iterator[tuple[int, str, str]]:
    """Start, words as found, and the same with their tanween, for each place it was left out."""
    found = list(_WORD.finditer(text))
    for position, word in enumerate(found):
        if not word.group().endswith("ا") or _ENDS_IN_TANWEEN.search(word.group()):
            continue
        adjective = _adjective_after(text, found, position)
        if adjective is not None and _may_be_noun(word.group()):
            printed = text[word.start() : adjective.end()]
            between = text[word.end() : adjective.start()]
            yield word.start(), printed, with_tanween(word.group()) + between + with_tanween(adjective.group())
        elif _always_has_tanween(word.group()):
            yield word.start(), word.group(), with_tanween(word.group())


def with_tanween(word: str) -> str:
    """A word ending in alef, with the mark on the letter before it."""
    return word.removesuffix(TANWEEN).removesuffix("ا").removesuffix(TANWEEN) + TANWEEN + "ا"


def _adjective_after(text: str, found: list[re.Match[str]], position: int) -> re.Match[str] | None:
    if position + 1 == len(found):
        return None
    after = found[position + 1]
    apart = text[found[position].end() : after.start()]
    return after if apart == " " and _ENDS_IN_TANWEEN.search(after.group()) else None


def _may_be_noun(word: str) -> bool:
    bare = word.removeprefix("و")
    return bool(_VERBAL_NOUN_IN_HA.fullmatch(bare)) or (len(bare) >= 4 and not _NOT_A_NOUN.search(bare))


def _always_has_tanween(word: str) -> bool:
    return any(bare in _ADVERBS or _VERBAL_NOUNS.fullmatch(bare) for bare in (word, re.sub("^[وف]", "", word)))
