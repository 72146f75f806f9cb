"""JSON-LD against the vocabulary of schema.org, as the ``schema_org`` library has it: types, properties, ranges."""

import re
from datetime import date, datetime
from typing import Any

from schema_org import registry

_DATES = {"Date": date.fromisoformat, "DateTime": datetime.fromisoformat}


def validate(thing: dict[str, Any]) -> None:
    """Raises ``pydantic.ValidationError``, naming each property that is unknown, or of a type that it cannot have."""
    assert thing["@context"] == "https://schema.org"
    _as_model(thing)


def _as_model(thing: dict[str, Any]) -> Any:
    model = registry.get_model(thing["@type"])
    known = {one.schema_name: one for one in model.SCHEMA_PROPERTIES}
    values = {
        name: _as_value(value, known[name].ranges if name in known else ())
        for name, value in thing.items()
        if not name.startswith("@")
    }
    return model.model_validate(values)


def _as_value(value: Any, ranges: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return _as_model(value)
    if isinstance(value, list):
        return [_as_value(one, ranges) for one in value]
    if isinstance(value, str):
        return _as_reference(value, ranges) or _as_date(value, ranges)
    return value


def _as_reference(value: str, ranges: tuple[str, ...]) -> Any:
    """In JSON-LD an address stands for the member of an enumeration, or the thing, that is there."""
    for name in ranges:
        if name in registry.ENUM_BY_SCHEMA and value in [one.value for one in registry.ENUM_BY_SCHEMA[name]]:
            return registry.ENUM_BY_SCHEMA[name](value)
    if value.startswith(("http://", "https://")) and ranges and set(ranges) <= set(registry._MODEL_CLASSES):
        return registry.get_model(ranges[0])(url=value)
    return None


def _as_date(value: str, ranges: tuple[str, ...]) -> Any:
    """JSON has no dates: a string that stands where only a date can is read as one, a year as its first day."""
    if "Date" in ranges and re.fullmatch(r"\d{4}", value):
        value = f"{value}-01-01"
    for name, parse in _DATES.items():
        if name in ranges and "Text" not in ranges:
            try:
                return parse(value)
            except ValueError:
                continue
    return value
