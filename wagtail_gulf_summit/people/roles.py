"""Which role a person held on a day."""

from datetime import date
from typing import Any


def affiliation_on(person: Any, day: date) -> Any | None:
    """The first affiliation, in the editor's order, that was valid on ``day``; ``None`` if there was none."""
    for affiliation in person.affiliations.all():
        started = affiliation.valid_from is None or affiliation.valid_from <= day
        ended = affiliation.valid_until is not None and affiliation.valid_until < day
        if started and not ended:
            return affiliation
    return None
