"""The words of a query marked in the text they were found in, as it is written."""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .fold import WORD, fold
from .forms import stem_forms

EXCERPT_LENGTH = 200
ELLIPSIS = "…"

Span = tuple[int, int]


def highlight(text: str, query: str) -> SafeString:
    """``text`` (plain, not HTML) escaped, each word that ``query`` finds inside ``<mark>``.

    >>> highlight("تناقش الحكومات ذلك", "حكومة")
    'تناقش <mark>الحكومات</mark> ذلك'
    """
    return _marked(text, list(matches(text, query)))


def excerpt(text: str, query: str, length: int = EXCERPT_LENGTH) -> SafeString:
    """About ``length`` characters of ``text`` round the first word found, highlighted.

    Cut between words, with an ellipsis where something was left out. The start
    of the text, when nothing is found in it.
    """
    text = " ".join(text.split())
    first = next(matches(text, query), (0, 0))[0]
    start, end = _window(text, first, length)
    piece = text[start:end]
    marked = _marked(piece, list(matches(piece, query)))
    before = f"{ELLIPSIS} " if start else ""
    after = f" {ELLIPSIS}" if end < len(text) else ""
    return mark_safe(f"{before}{marked}{after}")  # noqa: S308 (_marked escapes)


def matches(text: str, query: str) -> Iterator[Span]:
    """Where ``text`` holds a word of ``query`` in any of its forms: start and end of each."""
    wanted = frozenset[str]().union(*map(_forms, WORD.findall(query)))
    for found in WORD.finditer(text) if wanted else ():
        if not wanted.isdisjoint(_forms(found.group())):
            yield found.span()


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    return frozenset((fold(word), *stem_forms(word)))


def _window(text: str, position: int, length: int) -> Span:
    if len(text) <= length:
        return 0, len(text)
    start = max(0, min(position - length // 3, len(text) - length))
    end = min(len(text), start + length)
    if start:
        start = text.rfind(" ", 0, start + 1) + 1
    if end < len(text):
        end = text.rfind(" ", start, end + 1) if text.rfind(" ", start, end + 1) > position else end
    return start, end


def _marked(text: str, spans: list[Span]) -> SafeString:
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [escape(text[position:start]), "<mark>", escape(text[start:end]), "</mark>"]
        position = end
    pieces.append(escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308 (every piece of the text is escaped)
