"""Markers inside the stored content of a revision: JSON within JSON, with rich text at its leaves."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from .marks import LINK_TYPE, Mark, find_marks


def marks_in(content: Any) -> Iterator[Mark]:
    """All markers in a revision's ``content`` (or in any JSON value)."""
    found: list[Mark] = []

    def collect(html: str) -> str:
        found.extend(find_marks(html))
        return html

    map_rich_text(content, collect)
    yield from found


def map_rich_text(content: Any, change: Callable[[str], str]) -> Any:
    """``content`` with ``change`` applied to every string that holds a marker."""
    if isinstance(content, dict):
        return {key: map_rich_text(value, change) for key, value in content.items()}
    if isinstance(content, list):
        return [map_rich_text(value, change) for value in content]
    if not isinstance(content, str) or LINK_TYPE not in content:
        return content
    if content.startswith(("[", "{")):
        try:
            stream = json.loads(content)
        except ValueError:
            return change(content)
        return json.dumps(map_rich_text(stream, change))
    return change(content)
