"""The query parameters of the newsroom API: read strictly, and described for OpenAPI.

A parameter that does not exist is refused, so that a typo never looks like an
empty result.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.delivery.store.clock import from_micros, to_micros

from .problems import Problem, Text, filled

#: The largest id that a database can hold; a larger one cannot exist.
MAX_ID = 2**63 - 1
MAX_LIMIT = 100
DEFAULT_LIMIT = 20


#: Days beyond these have no moment in every time zone.
EARLIEST, LATEST = date(1, 1, 3), date(9999, 12, 28)
#: After a day is from the next one on; up to a day is before the next one.
WHOLE_DAY = {"gt": "gte", "lte": "lt"}


class Invalid(ValueError):
    """A value that a parameter cannot have; says why in words."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Parameter:
    """One query parameter: how it is read, and its JSON schema."""

    name: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    description: str
    required: bool = False

    def openapi(self) -> dict[str, Any]:
        """The parameter object of OpenAPI."""
        return {
            "in": "query",
            "name": self.name,
            "required": self.required,
            "schema": dict(self.schema),
            "description": self.description,
        }


def read_parameters(request: HttpRequest, known: Mapping[str, Parameter]) -> dict[str, Any]:
    """The values that were given, by name.

    Raises ``Problem`` 400 for an unknown parameter, one that is given twice, and a value that cannot be read.
    """
    given = _given(request)
    unknown = sorted(name for name in given if name not in known)
    if unknown:
        raise Problem(
            400,
            "unknown-parameter",
            _("There is no such parameter."),
            errors=dict.fromkeys(unknown, _("There is no such parameter.")),
            extra={"known": sorted(known)},
        )
    values: dict[str, Any] = {}
    errors: dict[str, Text] = {}
    for name, parameter in known.items():
        if name not in given:
            if parameter.required:
                errors[name] = _("This parameter is required.")
            continue
        try:
            values[name] = _read(parameter, given.getlist(name))
        except Invalid as error:
            errors[name] = error.message
    if errors:
        raise Problem(400, "invalid-parameter", _("Some parameters cannot be read."), errors=errors)
    return values


def _given(request: HttpRequest) -> QueryDict:
    """The query of ``request``; the same ones are asked for again and again."""
    query = request.META.get("QUERY_STRING", "")
    # What else there is of it depends on the server, and the long ones are no two alike.
    return _parsed(query) if query.isascii() and len(query) < 256 else request.GET


_parsed = lru_cache(maxsize=1024)(QueryDict)


def _read(parameter: Parameter, given: list[str]) -> Any:
    if len(given) > 1:
        raise Invalid(_("Give this parameter once."))
    if "\x00" in given[0]:
        raise Invalid(_("This text holds characters that cannot be stored."))
    return parameter.read(given[0])


def read_text(value: str) -> str:
    return value


def read_limit(value: str) -> int:
    number = _digits(value)
    if number is None or not 1 <= number <= MAX_LIMIT:
        raise Invalid(_("Enter a whole number from 1 to 100."))
    return number


def read_flag(value: str) -> bool:
    if value not in ("true", "false"):
        raise Invalid(_("Enter true or false."))
    return value == "true"


def read_language(value: str) -> str:
    if value not in [code for code, _name in conf.LANGUAGES]:
        known = ", ".join(code for code, _name in conf.LANGUAGES)
        raise Invalid(filled(_("There is no such language. There are: %(known)s."), known=known))
    return value


def read_key(value: str) -> int | str:
    """An id, or a slug."""
    number = _digits(value)
    if number is not None:
        return min(number, MAX_ID)
    if not value or len(value) > 255:
        raise Invalid(_("Enter an id or a slug."))
    return value


def read_moment(value: str) -> datetime | date:
    """A moment, or a day; without an offset it is the newsroom's time."""
    # An unescaped plus sign of an offset arrives as a space.
    value = value.strip().replace(" ", "+") if "T" in value else value.strip()
    try:
        day = parse_date(value)
        found = day if day else parse_datetime(value)
        if isinstance(found, datetime):
            found = found if timezone.is_aware(found) else timezone.make_aware(found)
            from_micros(to_micros(found) or 0)  # databases take years 1 to 9999 by UTC
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Invalid(_("Enter a date, or a date and time such as 2026-01-31T12:00:00Z."))
    return found


def as_range(comparison: str, value: datetime | date) -> tuple[str, int]:
    """A comparison with microseconds; a day is the whole of it, by the newsroom's clock.

    >>> as_range("lte", date(2014, 9, 17))[0]
    'lt'
    """
    if isinstance(value, datetime):
        return comparison, to_micros(value) or 0
    day = min(max(value, EARLIEST), LATEST)
    if comparison in ("gt", "lte"):
        day, comparison = day + timedelta(days=1), WHOLE_DAY[comparison]
    return comparison, to_micros(timezone.make_aware(datetime.combine(day, time()))) or 0


def _digits(value: str) -> int | None:
    """The number that ASCII digits write; ``None`` for anything else."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 40 else None


def _parameter(name: str, read: Callable[[str], Any], schema: Mapping[str, Any], description: str) -> Parameter:
    return Parameter(name, read, schema, description)


LIMIT = _parameter(
    "limit",
    read_limit,
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    "How many items at most.",
)
CURSOR = _parameter("cursor", read_text, {"type": "string"}, "The `next` of the page before.")
COUNT = _parameter("count", read_flag, {"type": "boolean", "default": False}, "Whether to count all items as well.")
LANG = _parameter(
    "lang",
    read_language,
    {"type": "string", "enum": [code for code, _name in conf.LANGUAGES]},
    "A content language of the site.",
)
FIELDS = _parameter(
    "fields",
    read_text,
    {"type": "string"},
    "Which fields to give, with those of theirs in parentheses: `id,section(title)`. `*` for all of them.",
)
FIELDS_OR_CARD = replace(FIELDS, description=f"{FIELDS.description} `card` for those of a card.")


def key_parameter(name: str, what: str) -> Parameter:
    """A filter by the id or the slug of something; a slug such as `2024` is always read as an id."""
    schema = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 1, "maxLength": 255}]}
    return Parameter(name, read_key, schema, f"The id or the slug of {what}. Digits alone are an id.")


def range_parameters(name: str) -> list[Parameter]:
    """``name__gte``, ``name__gt``, ``name__lte`` and ``name__lt``."""
    schema = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}
    words = {"gte": "At or after", "gt": "After", "lte": "At or before", "lt": "Before"}
    return [
        Parameter(f"{name}__{comparison}", read_moment, schema, f"{word} this moment; a day counts whole.")
        for comparison, word in words.items()
    ]


def text_parameter(name: str, description: str) -> Parameter:
    """A filter by a name that people write."""

    def read_name(value: str) -> str:
        if not value.strip() or len(value) > 255:
            raise Invalid(_("Enter a name of at most 255 characters."))
        return value

    return Parameter(name, read_name, {"type": "string", "minLength": 1, "maxLength": 255}, description)


def choice_parameter(name: str, choices: Sequence[str], description: str) -> Parameter:
    """A filter that takes one of a few words."""

    def read_choice(value: str) -> str:
        if value not in choices:
            raise Invalid(filled(_("Enter one of: %(choices)s."), choices=", ".join(choices)))
        return value

    return Parameter(name, read_choice, {"type": "string", "enum": list(choices)}, description)


def by_name(*parameters: Parameter) -> dict[str, Parameter]:
    return {parameter.name: parameter for parameter in parameters}
