"""Who can be an author or a publisher: a name as text, and whatever other rooms register.

A room that keeps people or organisations registers a chooser block from its
``AppConfig.ready()``; this room never needs to know that it exists.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from wagtail_gulf_summit.arabic.bidi import strip_unsafe

TEXT = "text"


@dataclass(frozen=True)
class Party:
    """An author or a publisher, as a citation names it.

    ``family`` and ``given`` are empty for an organisation, and for a person
    whose name was only given whole.
    """

    name: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True)
class PartyKind:
    """One kind of block in ``Source.authors`` and ``Source.publisher``."""

    name: str
    make_block: Callable[[], blocks.Block]
    party: Callable[[Any], Party]


def _named(text: str) -> Party:
    return Party(strip_unsafe(text.strip()))


_kinds: dict[str, PartyKind] = {TEXT: PartyKind(TEXT, blocks.CharBlock, _named)}


def register_party(name: str, make_block: Callable[[], blocks.Block], party: Callable[[Any], Party]) -> None:
    """Offer a further block for authors and publishers.

    ``make_block`` returns a new block (a snippet chooser, say) and ``party``
    turns a value of it into a ``Party``. Call it from ``AppConfig.ready()``.
    """
    _kinds[name] = PartyKind(name, make_block, party)


def party_kinds() -> list[PartyKind]:
    """The registered kinds, text excluded, in the order of registration."""
    return [kind for kind in _kinds.values() if kind.name != TEXT]


def parties(streams: Iterable[Any]) -> list[list[Party]]:
    """The parties of each stream value; the choosers of all streams together cost one query for each kind."""
    raw = [list(stream.raw_data) for stream in streams]
    found: dict[tuple[int, int], Party] = {}
    for kind in _kinds.values():
        places = [(i, j) for i, items in enumerate(raw) for j, item in enumerate(items) if item["type"] == kind.name]
        if not places:
            continue
        values = kind.make_block().bulk_to_python([raw[i][j]["value"] for i, j in places])
        for place, value in zip(places, values, strict=True):
            if value:
                found[place] = kind.party(value)
    return [[found[i, j] for j in range(len(items)) if (i, j) in found] for i, items in enumerate(raw)]
