"""Which role a person held on a day."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Any


def affiliation_on(person: Any, day: date) -> Any | None:
    """The first affiliation, in the editor's order, that was valid on ``day``; ``None`` if there was none."""
    for affiliation in person.affiliations.all():
        if is_valid_on(affiliation, day):
            return affiliation
    return None


def is_valid_on(affiliation: Any, day: date) -> bool:
    """Whether ``day`` is within the affiliation; an empty end is open, and both ends belong to it."""
    started = affiliation.valid_from is None or affiliation.valid_from <= day
    ended = affiliation.valid_until is not None and affiliation.valid_until < day
    return started and not ended


def overlapping(affiliations: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Pairs of affiliations in the same organisation whose days overlap.

    Two roles at once in different organisations are ordinary; two in the same one
    are usually a forgotten last day.
    """
    return [
        (one, other)
        for one, other in combinations(affiliations, 2)
        if one.organisation_id and one.organisation_id == other.organisation_id and _overlap(one, other)
    ]


def _overlap(one: Any, other: Any) -> bool:
    starts_before_end = one.valid_from is None or other.valid_until is None or one.valid_from <= other.valid_until
    ends_after_start = one.valid_until is None or other.valid_from is None or one.valid_until >= other.valid_from
    return starts_before_end and ends_after_start
