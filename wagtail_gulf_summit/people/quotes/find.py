"""Quotes inside a page of any type, wherever its StreamFields hold them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField

from ..blocks import SpeakerQuoteBlock


@dataclass(frozen=True)
class FoundQuote:
    """One quote block: ``block_id`` is one of a kind on its page and survives edits."""

    block_id: str
    value: Any


@cache
def quote_fields(model: type[Any]) -> tuple[str, ...]:
    """Names of the StreamFields of ``model`` that can hold a speaker quote."""
    return tuple(
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, StreamField) and _holds(field.stream_block)
    )


def find_quotes(page: Any) -> Iterator[FoundQuote]:
    """The quotes of a specific page instance, in the order they are shown."""
    for name in quote_fields(type(page)):  # type: ignore[arg-type]
        yield from _walk(page._meta.get_field(name).stream_block, getattr(page, name), name)


def _holds(block: Any) -> bool:
    if isinstance(block, SpeakerQuoteBlock):
        return True
    children = (
        [block.child_block] if isinstance(block, blocks.ListBlock) else getattr(block, "child_blocks", {}).values()
    )
    return any(_holds(child) for child in children)


def _walk(block: Any, value: Any, block_id: str) -> Iterator[FoundQuote]:
    if value is None or not _holds(block):
        return
    if isinstance(block, SpeakerQuoteBlock):
        yield FoundQuote(block_id, value)
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from _walk(child.block, child.value, child.id or block_id)
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            yield from _walk(child.block, child.value, child.id or block_id)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _walk(child_block, value.get(name), f"{block_id}.{name}")
