"""Changing citations inside whatever holds rich text: fields, streams, blocks within blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import escape
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from .marks import LINK_TYPE, Mark, replace_marks
from .models import Source

Replacements = Mapping[int, int]
GONE = object()


@dataclass(frozen=True)
class Change:
    """What to do with each stored rich text, and with each reference to a source by its primary key.

    A block of rich text that ``html`` leaves empty is taken out of its stream.
    """

    html: Callable[[str], str]
    key: Callable[[Any], Any] = lambda key: key


def stored_marker(source_id: int | str, locator: str = "", text: str = "[1]") -> str:
    """A marker as rich text stores it."""
    place = f' locator="{escape(locator)}"' if locator else ""
    return f'<a linktype="{LINK_TYPE}" id="{source_id}"{place}>{escape(text)}</a>'


def replacing(replacements: Replacements) -> Change:
    """The change that puts ``replacements[pk]`` in the place of ``pk``."""

    def marker(mark: Mark) -> str:
        key = replacements.get(mark.source_id, mark.source_id) if mark.source_id is not None else ""
        return stored_marker(key, mark.locator, mark.text)

    return Change(
        html=lambda html: replace_marks(html, marker),
        key=lambda key: replacements.get(key, key),
    )


def change_instance(instance: Any, change: Change) -> bool:
    """Apply ``change`` to all fields of ``instance``, which is not saved; whether anything changed."""
    changed = False
    for field in instance._meta.get_fields():
        if isinstance(field, RichTextField):
            changed |= _set(instance, field.name, change.html(getattr(instance, field.name) or ""))
        elif isinstance(field, StreamField):
            before = list(getattr(instance, field.name).raw_data)
            after = change_raw(field.stream_block, before, change)
            if after != before:
                setattr(instance, field.name, after)
                changed = True
        elif isinstance(field, models.ForeignKey) and field.related_model is Source:
            changed |= _set(instance, field.attname, change.key(getattr(instance, field.attname)))
    return changed


def change_raw(block: Any, value: Any, change: Change) -> Any:
    """The raw (JSON) value of a block, changed; values of unknown shape stay as they are."""
    if isinstance(block, blocks.RichTextBlock):
        return change.html(value) if isinstance(value, str) else value
    if isinstance(block, blocks.ChooserBlock):
        return change.key(value) if block.model_class is Source else value
    if isinstance(block, blocks.BaseStreamBlock):
        children = (_change_child(block.child_blocks, item, change) for item in value or [])
        return [child for child in children if child is not GONE]
    if isinstance(block, blocks.ListBlock):
        return [_change_item(block.child_block, item, change) for item in value or []]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        return {
            name: change_raw(block.child_blocks[name], child, change) if name in block.child_blocks else child
            for name, child in value.items()
        }
    if isinstance(value, dict) and hasattr(block, "child_blocks") and "rows" in value:
        return {**value, "rows": [_change_row(block, value["columns"], row, change) for row in value["rows"]]}
    return value


def _change_row(table: Any, columns: list[Any], row: Any, change: Change) -> Any:
    """A row of a ``TypedTableBlock``."""
    cells = zip(columns, row["values"], strict=True)
    return {**row, "values": [change_raw(table.child_blocks.get(of["type"]), cell, change) for of, cell in cells]}


def _change_child(child_blocks: Any, item: Any, change: Change) -> Any:
    block = child_blocks.get(item["type"])
    if block is None:
        return item
    value = change_raw(block, item["value"], change)
    emptied = isinstance(block, blocks.RichTextBlock) and item["value"] and not value
    return GONE if emptied else {**item, "value": value}


def _change_item(block: Any, item: Any, change: Change) -> Any:
    if isinstance(item, dict) and item.get("type") == "item":
        return {**item, "value": change_raw(block, item["value"], change)}
    return change_raw(block, item, change)


def _set(instance: Any, name: str, value: Any) -> bool:
    if (getattr(instance, name) or "") == (value or ""):
        return False
    setattr(instance, name, value)
    return True
