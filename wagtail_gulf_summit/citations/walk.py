"""Every chunk of rich text inside a field, in the order it is shown."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField


def rich_text_of(field: Any, value: Any) -> Iterator[str]:
    """Stored rich text held by one field of a page; ``value`` is the field's value."""
    if isinstance(field, StreamField):
        yield from rich_text_in(field.stream_block, value)
    elif isinstance(value, str) and value:
        yield value


def rich_text_in(block: Any, value: Any) -> Iterator[str]:
    """Stored rich text held by one block value, children in the order they are declared.

    A block that shows its rich text in another order, or keeps it where this
    cannot look, has a method ``cited_rich_text(value)`` of its own.
    """
    if value is None:
        return
    if hasattr(block, "cited_rich_text"):
        yield from block.cited_rich_text(value)
    elif isinstance(block, blocks.RichTextBlock):
        yield value.source
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from rich_text_in(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            yield from rich_text_in(child.block, child.value)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child_block in block.child_blocks.items():
            yield from rich_text_in(child_block, value.get(name))
    elif hasattr(value, "rows") and hasattr(block, "child_blocks"):
        for row in value.rows:
            for cell in row:
                yield from rich_text_in(cell.block, cell.value)
