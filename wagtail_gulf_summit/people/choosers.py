"""Snippet choosers that load what they show, and take back what they gave."""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from .loading import load
from .values import organisation_value, shown_on_page


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


def load_chosen(instance: Any) -> None:
    """Load what the blocks of ``instance`` choose, of all its streams together, for the page being shown."""
    wanted: dict[Any, set[int | None]] = defaultdict(set)
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            for model, key in _chosen_keys(field.stream_block, getattr(instance, field.name).raw_data):
                wanted[model].add(key)
    for model, keys in wanted.items():
        load(model, keys)


def _chosen_keys(block: Any, raw: Any) -> Iterator[tuple[Any, int | None]]:
    """``(model, key)`` of all that is chosen in the raw value of a block; a value of another shape is passed over."""
    if isinstance(block, LoadedChooserBlock):
        yield block.model_class, chosen_key(raw)
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from _chosen_keys(child, raw.get(name))
    elif isinstance(block, StreamBlock | ListBlock) and isinstance(raw, Iterable):
        for one in raw:
            item = one if isinstance(one, dict) else {}
            child = block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(item.get("type"))
            yield from _chosen_keys(child, item.get("value", one))


class PersonChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_people.Person", **kwargs)


class OrganisationChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_people.Organisation", **kwargs)

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any] | None:
        return organisation_value(shown_on_page(value))
