"""Putting one object in the place of another, wherever a model instance refers to it."""

from typing import Any

from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField


def replace_in_instance(instance: Any, old: Any, new: Any) -> bool:
    """Point the foreign keys, StreamFields and child objects of ``instance`` from ``old`` to ``new``.

    Nothing is saved; whether anything changed is returned.
    """
    changed = False
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            changed |= _replace_in_stream(instance, field, old, new)
        elif _points_to(instance, field, old):
            setattr(instance, field.name, new)
            changed = True
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            manager = getattr(instance, relation.get_accessor_name())
            touched = [child for child in manager.all() if replace_in_instance(child, old, new)]
            if touched:
                manager.add(*touched)
                changed = True
    return changed


def _points_to(instance: Any, field: Any, old: Any) -> bool:
    return (
        isinstance(field, models.ForeignKey)
        and field.related_model is type(old)
        and getattr(instance, field.attname) == old.pk
    )


def _replace_in_stream(instance: Any, field: StreamField, old: Any, new: Any) -> bool:
    stream = getattr(instance, field.name)
    raw = field.stream_block.get_prep_value(stream)
    if not _replace_in_raw(field.stream_block, raw, old, new):
        return False
    setattr(instance, field.name, field.stream_block.to_python(raw))
    return True


def _replace_in_raw(block: Any, raw: Any, old: Any, new: Any) -> bool:
    """Change ``raw``, the stored value of a block that holds others, in place."""
    changed = False
    for key, child_block, value, holder in _children(block, raw):
        if isinstance(child_block, blocks.ChooserBlock):
            if child_block.model_class is type(old) and value == old.pk:
                holder[key] = new.pk
                changed = True
        else:
            changed |= _replace_in_raw(child_block, value, old, new)
    return changed


def _children(block: Any, raw: Any) -> list[tuple[Any, Any, Any, Any]]:
    """``(key, block, value, holder)`` of each child, where ``holder[key]`` is its value."""
    if not raw:
        return []
    if isinstance(block, blocks.BaseStreamBlock):
        return [
            ("value", block.child_blocks[item["type"]], item["value"], item)
            for item in raw
            if item["type"] in block.child_blocks
        ]
    if isinstance(block, blocks.ListBlock):
        return [("value", block.child_block, item["value"], item) for item in raw]
    if isinstance(block, blocks.BaseStructBlock):
        return [(name, child, raw[name], raw) for name, child in block.child_blocks.items() if name in raw]
    return []
