"""Putting one source in the place of another, wherever an object refers to it."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.html import escape
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from .marks import LINK_TYPE, Mark, replace_marks
from .models import Source

Replacements = Mapping[int, int]


def replace_sources(instance: Any, replacements: Replacements) -> bool:
    """Let ``instance`` (unsaved) refer to ``replacements[pk]`` instead of ``pk``; whether anything changed."""
    changed = False
    for field in instance._meta.get_fields():
        if isinstance(field, RichTextField):
            changed |= _set(instance, field.name, rewrite_html(getattr(instance, field.name) or "", replacements))
        elif isinstance(field, StreamField):
            before = list(getattr(instance, field.name).raw_data)
            after = rewrite_raw(field.stream_block, before, replacements)
            if after != before:
                setattr(instance, field.name, after)
                changed = True
        elif isinstance(field, models.ForeignKey) and field.related_model is Source:
            key = getattr(instance, field.attname)
            changed |= _set(instance, field.attname, replacements.get(key, key))
    return changed


def rewrite_html(html: str, replacements: Replacements) -> str:
    """Stored rich text whose markers name the replacing sources."""

    def rewritten(mark: Mark) -> str:
        key = replacements.get(mark.source_id, mark.source_id) if mark.source_id is not None else ""
        return stored_marker(key, mark.locator, mark.text)

    return replace_marks(html, rewritten)


def stored_marker(source_id: int | str, locator: str = "", text: str = "[1]") -> str:
    """A marker as rich text stores it."""
    place = f' locator="{escape(locator)}"' if locator else ""
    return f'<a linktype="{LINK_TYPE}" id="{source_id}"{place}>{escape(text)}</a>'


def rewrite_raw(block: Any, value: Any, replacements: Replacements) -> Any:
    """The raw (JSON) value of a block with sources replaced; values of unknown shape stay as they are."""
    if isinstance(block, blocks.RichTextBlock):
        return rewrite_html(value, replacements) if isinstance(value, str) else value
    if isinstance(block, blocks.ChooserBlock):
        return replacements.get(value, value) if block.model_class is Source else value
    if isinstance(block, blocks.BaseStreamBlock):
        return [_rewrite_child(block.child_blocks, item, replacements) for item in value or []]
    if isinstance(block, blocks.ListBlock):
        return [_rewrite_item(block.child_block, item, replacements) for item in value or []]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        return {
            name: rewrite_raw(block.child_blocks[name], child, replacements) if name in block.child_blocks else child
            for name, child in value.items()
        }
    return value


def _rewrite_child(child_blocks: Any, item: Any, replacements: Replacements) -> Any:
    block = child_blocks.get(item["type"])
    return {**item, "value": rewrite_raw(block, item["value"], replacements)} if block else item


def _rewrite_item(block: Any, item: Any, replacements: Replacements) -> Any:
    if isinstance(item, dict) and item.get("type") == "item":
        return {**item, "value": rewrite_raw(block, item["value"], replacements)}
    return rewrite_raw(block, item, replacements)


def _set(instance: Any, name: str, value: Any) -> bool:
    if getattr(instance, name) == value:
        return False
    setattr(instance, name, value)
    return True
