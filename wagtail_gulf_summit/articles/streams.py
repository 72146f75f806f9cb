"""The blocks of many pages at once.

A ``StreamValue`` reads its own blocks in bulk, so a list of pages costs queries for
each page. ``load_streams`` reads the blocks of all of them together instead.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField


def load_streams(pages: Iterable[Any], names: Iterable[str] | None = None) -> None:
    """Read the blocks of ``pages``, specific instances of any types, with as many queries as for one page.

    ``names`` are the StreamFields to read: all that a page has if left out.
    """
    waiting: dict[tuple[type[Any], str, str], list[tuple[StreamValue, int]]] = defaultdict(list)
    for page in pages:
        for field in page._meta.get_fields():
            if isinstance(field, StreamField) and (names is None or field.name in names):
                stream = getattr(page, field.name)
                for index, raw in enumerate(stream._raw_data):
                    if stream._bound_blocks[index] is None:
                        waiting[field.model, field.name, raw["type"]].append((stream, index))
    for (_model, _name, block_type), places in waiting.items():
        block = places[0][0].stream_block.child_blocks[block_type]
        values = block.bulk_to_python([stream._raw_data[index]["value"] for stream, index in places])
        for (stream, index), value in zip(places, values, strict=True):
            stream._bound_blocks[index] = StreamValue.StreamChild(
                stream.stream_block.child_blocks[block_type], value, id=stream._raw_data[index].get("id")
            )
