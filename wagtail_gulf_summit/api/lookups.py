"""Objects that filters name by id or by slug."""

from typing import Any


def ids_of(model: Any, key: int | str, lang: str | None) -> list[int]:
    """The ids that ``key`` stands for: itself, or those of all published objects with that slug.

    A slug may stand for one object in each language; ``lang`` picks.
    """
    if isinstance(key, int):
        return [key]
    found = model.objects.filter(slug=key, live=True)
    if lang is not None:
        found = found.filter(locale__language_code=lang)
    return list(found.order_by("pk").values_list("pk", flat=True)[:20])
