"""The forms of a word that the search index holds, and those a query looks for.

Beside a text as it is written, the index holds its folded words in their order,
so that phrases can be found, and once each the stems of its Arabic words. Folded
and stemmed Arabic words carry a mark before them: a stem is never taken for a
word that somebody wrote.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .fold import fold, words
from .stem import stems, without_article

FOLD_MARK = "f"
STEM_MARK = "s"

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)


@dataclass(frozen=True)
class Term:
    """One word of a query: as typed, folded, and stemmed, in the order in which they rank.

    ``bare`` is the folded word without its article, to be completed while it is typed.
    """

    exact: str
    fold: str
    stems: tuple[str, ...] = ()
    bare: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The whole words to look for."""
        return tuple(dict.fromkeys((self.exact, self.fold, *self.stems)))

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The beginnings of words to look for, while the word is being typed."""
        return tuple(dict.fromkeys((self.exact, self.fold, self.bare or self.fold)))


def term(word: str) -> Term:
    """The forms to look for when ``word`` is typed."""
    return Term(word, folded_form(word), stem_forms(word), bare_form(word))


def query_terms(text: str) -> list[Term]:
    """The words of a query. A word without Arabic letters stays whole, ``C++`` and ``e-mail`` too."""
    found: list[Term] = []
    for chunk in text.replace('"', " ").split():
        if has_arabic(chunk):
            found += [term(word) for word in words(chunk)]
        elif any(character.isalnum() for character in chunk):
            found.append(Term(chunk, fold(chunk)))
    return found


def folded_words(text: str) -> str:
    """The folded words of a text in their order; empty where folding changes nothing."""
    if not has_arabic(text) and fold(text) == text.lower():
        return ""
    return " ".join(folded_form(word) for word in words(text))


def stemmed_words(text: str) -> str:
    """The stems of the Arabic words of a text, each once."""
    if not has_arabic(text):
        return ""
    found: dict[str, None] = {}
    for word in dict.fromkeys(words(text)):
        found.update(dict.fromkeys(stem_forms(word)))
    return " ".join(found)


def completions(text: str) -> str:
    """What may be completed from its first letters: folded words, with and without their article."""
    found: dict[str, None] = {}
    for word in dict.fromkeys(words(text)):
        found.update(dict.fromkeys((folded_form(word), bare_form(word))))
    return " ".join(found) if has_arabic(text) or fold(text) != text.lower() else ""


# A text says the same words again, and Wagtail indexes the same text more than once while it publishes.
@lru_cache(maxsize=8192)
def folded_form(word: str) -> str:
    """A folded word as the index holds it."""
    return f"{FOLD_MARK}{fold(word)}" if _ARABIC_LETTER.search(word) else fold(word)


def bare_form(word: str) -> str:
    """A folded word without its article, as the index holds it."""
    return f"{FOLD_MARK}{without_article(fold(word))}" if _ARABIC_LETTER.search(word) else fold(word)


@lru_cache(maxsize=8192)
def stem_forms(word: str) -> tuple[str, ...]:
    """The stems of a word as the index holds them; none for a word without Arabic letters."""
    return tuple(f"{STEM_MARK}{stem}" for stem in stems(word)) if _ARABIC_LETTER.search(word) else ()


def has_arabic(text: str) -> bool:
    """Whether a text holds letters, digits or marks of the Arabic script."""
    return bool(_ARABIC.search(text))
