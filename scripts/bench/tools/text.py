"""Arabic text of any length, the same in every run."""

import json
import random
import re
from functools import cache
from pathlib import Path

SEED = Path("example_project/seed/seed_ar.json")


@cache
def words() -> list[str]:
    """The words of the example site's story, the frequent ones more than once."""
    return re.findall(
        r"[\u0620-\u064a]{3,}", json.dumps(json.loads(SEED.read_text(encoding="utf-8")), ensure_ascii=False)
    )


def sentence(dice: random.Random, length: int = 12, rare: str = "") -> str:
    """``length`` words; ``rare`` is put among them."""
    chosen = dice.choices(words(), k=length)
    if rare:
        chosen[dice.randrange(length)] = rare
    return " ".join(chosen)
