"""Random edits through Wagtail's own actions, each followed by a comparison of what is served with what is true.

``EDITS`` are functions of a ``random.Random``. Each finds what it works on in
the database, so a run can be stopped and go on where it was; one that finds
nothing to do returns ``False``.
"""

import random
from collections.abc import Callable

from . import admin, other, pages, snippets, stories
from .same import differences

Edit = Callable[[random.Random], bool | None]

EDITS: dict[str, Edit] = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{edit.__name__}": edit
    for module in (stories, pages, snippets, other, admin)
    for edit in module.EDITS
}


def step(seed: int, number: int) -> tuple[str, list[str]]:
    """Make the edit with that number; its name, and what is then served other than it should be."""
    dice = random.Random(f"{seed}:{number}")
    while True:
        name = dice.choice(sorted(EDITS))
        if EDITS[name](dice) is not False:
            return name, differences(rows=number % 5 == 0)
