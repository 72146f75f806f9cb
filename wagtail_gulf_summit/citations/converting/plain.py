"""Markers typed by hand, ``[1]``, with their list of references at the end of the text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape

from django.utils.html import strip_tags

_PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ENTRY = re.compile(r"^\s*\[(\d{1,3})\][\s:.–-]*(\S.*)$", re.DOTALL)
_MARKER = re.compile(r'<a\b[^>]*linktype="citation"[^>]*>.*?</a>|<[^>]*>|\[(\d{1,3})\]', re.DOTALL)
_EMPTY_LIST = re.compile(r"<(ul|ol)\b[^>]*>\s*</\1>", re.IGNORECASE)


@dataclass(frozen=True)
class ReferenceList:
    """The list that ends a text: each reference by its number, and the paragraphs (inner HTML) it is printed in."""

    references: dict[int, str] = field(default_factory=dict)
    paragraphs: frozenset[str] = frozenset()


def find_list(chunks: Sequence[str]) -> ReferenceList:
    """The list of references at the end of the chunks of a page, as plain text.

    It is a run of paragraphs whose every line begins with an ``[n]`` of its
    own, up to the end of the text; empty paragraphs do not count.
    """
    references: dict[int, str] = {}
    printed: set[str] = set()
    for paragraph in reversed([match.group(2) for chunk in chunks for match in _PARAGRAPH.finditer(chunk)]):
        lines = [text for text in map(_text, _LINE_BREAK.split(paragraph)) if text]
        if not lines:
            continue
        entries = [match for match in map(_ENTRY.match, lines) if match]
        numbered = {int(match.group(1)): match.group(2).strip() for match in entries}
        if len(numbered) != len(lines) or numbered.keys() & references.keys():
            break
        printed.add(paragraph)
        references |= numbered
    return ReferenceList(dict(sorted(references.items())), frozenset(printed) if references else frozenset())


def markers_in(html: str, listed: ReferenceList) -> list[int]:
    """The numbers of the markers in ``html``, in order, those of the list itself apart."""
    found: list[int] = []
    _replace_markers(_without(html, listed, set(listed.references)), found.append)
    return found


def convert(html: str, listed: ReferenceList, marker: Callable[[int], str | None], cited: set[int]) -> str:
    """``html`` with ``marker(n)``, where it gives one, for ``[n]``, and the ``cited`` entries taken off the list."""
    return _replace_markers(_without(html, listed, cited), marker)


def _without(html: str, listed: ReferenceList, cited: set[int]) -> str:
    def kept(match: re.Match[str]) -> str:
        if match.group(2) not in listed.paragraphs:
            return match.group(0)
        lines = [line for line in _LINE_BREAK.split(match.group(2)) if _number(line) not in cited and _text(line)]
        return match.group(0).replace(match.group(2), "<br/>".join(lines)) if lines else ""

    return _EMPTY_LIST.sub("", _PARAGRAPH.sub(kept, html)) if cited else html


def _replace_markers(html: str, marker: Callable[[int], str | None]) -> str:
    def replaced(match: re.Match[str]) -> str:
        return (marker(int(match.group(1))) if match.group(1) else None) or match.group(0)

    return _MARKER.sub(replaced, html)


def _number(line: str) -> int | None:
    match = _ENTRY.match(_text(line))
    return int(match.group(1)) if match else None


def _text(html: str) -> str:
    return unescape(strip_tags(html)).strip()
