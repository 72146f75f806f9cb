"""The seed files, and the keys that tell what is already loaded."""

import json
import uuid
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("ar", "en")
NAMESPACE = uuid.UUID("6f0c2f0e-0b3a-5d1c-9f43-0d6c9d1a2014")

_HERE = Path(__file__).resolve().parent


@cache
def seed(language: str) -> dict[str, Any]:
    """What ``seed_ar.json`` or ``seed_en.json`` holds."""
    return json.loads((_HERE / f"seed_{language}.json").read_text(encoding="utf-8"))


def key(name: str) -> uuid.UUID:
    """The key that all translations of one thing share, such as ``key("person:salem")``."""
    return uuid.uuid5(NAMESPACE, name)
