"""What a reader may be about to type."""

from typing import Any

from ..fold import fold


def suggestions(queryset: Any, typed: str, limit: int = 8, field: str = "title") -> list[str]:
    """Titles that complete what has been typed, best first, without two of one spelling.

    ``queryset`` is one of an indexed model with an ``AutocompleteField`` (live
    pages, for instance); ``field`` names the text to offer.
    """
    if not typed.strip():
        return []
    found: dict[str, str] = {}
    for item in queryset.autocomplete(typed)[: limit * 2]:
        text = str(getattr(item, field))
        found.setdefault(fold(text), text)
    return list(found.values())[:limit]
