"""Snippet choosers that load what they show, and take back what they gave."""

import copy
from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock

from .loading import load


class LoadedChooserBlock(SnippetChooserBlock):
    """A chooser of a translatable snippet whose display costs no further query.

    Its raw value may also be the object that its API form is, ``{"id": 3, …}``,
    so that what an API gave can be sent back.
    """

    def to_python(self, value: Any) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Any) -> list[Any]:
        keys = [chosen_key(value) for value in values]
        loaded = load(self.model_class, keys)
        seen: set[Any] = set()
        result = []
        for key in keys:
            instance = loaded.get(key)
            result.append(copy.copy(instance) if key in seen else instance)
            seen.add(key)
        return result


def chosen_key(value: Any) -> int | None:
    """The primary key in a raw value: the key itself, or the ``id`` of an object."""
    if isinstance(value, dict):
        value = value.get("id")
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError):
        return None


class PersonChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_people.Person", **kwargs)


class OrganisationChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_people.Organisation", **kwargs)
