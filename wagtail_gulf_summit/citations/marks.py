"""Citation markers as rich text stores them.

``<a linktype="citation" id="{source_pk}" locator="p. 3">[1]</a>``: what stands
between the tags is never shown, for the number is computed on each page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

from wagtail.rich_text.rewriters import extract_attrs

LINK_TYPE = "citation"
_ELEMENT = re.compile(r'<a(\s(?=[^>]*\blinktype="citation")[^>]*)>(.*?)</a>', re.DOTALL)
_ELEMENT_OR_LINK = re.compile(rf"{_ELEMENT.pattern}|(?P<link><a\b[^>]*>)|(?P<end></a>)", re.DOTALL)
_EMPTY_LINK = re.compile(r"<a\b[^>]*></a>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Mark:
    """One marker: its source (``None`` when it names none), its locator, and the text it is stored with."""

    source_id: int | None
    locator: str = ""
    text: str = field(default="[1]", compare=False)


def _mark(match: re.Match[str]) -> Mark:
    attrs = extract_attrs(match.group(1))
    key = attrs.get("id", "")
    source_id = int(key) if re.fullmatch(r"[0-9]{1,18}", key) else None
    return Mark(source_id, attrs.get("locator", "").strip(), unescape(_TAG.sub("", match.group(2))))


def find_marks(html: str) -> Iterator[Mark]:
    """The markers of one chunk of stored rich text, in order."""
    if LINK_TYPE in html:
        yield from map(_mark, _ELEMENT.finditer(html))


def replace_marks(html: str, replacement: Callable[[Mark], str]) -> str:
    """``html`` with each whole marker element replaced."""
    return _ELEMENT.sub(lambda match: replacement(_mark(match)), html) if LINK_TYPE in html else html


def lift_marks(html: str) -> str:
    """``html`` with each marker that stands inside a link taken out of it, for links cannot hold links."""
    link = ""

    def lifted(match: re.Match[str]) -> str:
        nonlocal link
        if match["link"] or match["end"]:
            link = match["link"] or ""
            return match[0]
        return f"</a>{match[0]}{link}" if link else match[0]

    apart = _ELEMENT_OR_LINK.sub(lifted, html)
    return html if apart == html else _EMPTY_LINK.sub("", apart)
