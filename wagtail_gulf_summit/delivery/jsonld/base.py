"""Helpers of the JSON-LD modules."""

from typing import Any

CONTEXT = "https://schema.org"
_UNKNOWN: tuple[Any, ...] = (None, "", [], {})


def known(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without those that nobody knows."""
    return {key: value for key, value in values.items() if value not in _UNKNOWN}


def iso(value: Any) -> str | None:
    """A date or a moment as ISO 8601."""
    return value.isoformat() if value else None


def one_or_many(values: list[Any]) -> Any:
    """A list, or its only member."""
    return values[0] if len(values) == 1 else values
