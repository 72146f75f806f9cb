"""A proof of work that the reader's browser does, where the site asks for one (the ``[spam]`` extra)."""

from typing import Any


def new_challenge() -> dict[str, Any] | None:
    """The challenge to be solved before posting, or ``None`` where the site asks for none."""
    return None
