"""Objects that filters name by id or by slug."""

from wagtail_gulf_summit.delivery.store.named import ids_of_slug
from wagtail_gulf_summit.delivery.store.visible import Place


def ids_of(name: str, key: int | str, lang: str | None, place: Place) -> list[int]:
    """The ids that ``key`` stands for: itself, or those of all objects with that slug that the public may see.

    ``name`` is that of a filter. A slug may stand for one object in each language; ``lang`` picks.
    """
    return [key] if isinstance(key, int) else ids_of_slug(name, key, lang, place)
