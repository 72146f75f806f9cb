"""The unions of blocks that the bodies of articles and of summits hold.

They are made from the blocks that this site's page types offer: one that a
publisher adds is typed without a line of code, one that they drop is not there.
Import this only when all models are loaded.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.apps import apps
from pydantic import Field, create_model
from wagtail.blocks import Block, StreamBlock

from wagtail_gulf_summit.articles.blocks import StoryBlock
from wagtail_gulf_summit.articles.kinds import page_types
from wagtail_gulf_summit.events.blocks import SummitBodyBlock

from .base import Document
from .derived import value_type


class BlockDocument(Document):
    """One block of a body; ``type`` tells which."""

    type: str
    id: str


def block_document(prefix: str, name: str, block_types: Iterable[Block]) -> type[BlockDocument]:
    """The document of the blocks called ``name``; ``value`` is ``Any`` where page types disagree on it."""
    found = [value_type(block) for block in block_types]
    value = found[0] if all(one == found[0] for one in found) else Any
    class_name = prefix + "".join(part.capitalize() for part in name.split("_")) + "Block"
    fields: dict[str, Any] = {"type": (Literal[name], ...), "value": (value, ...)}
    return create_model(class_name, __base__=BlockDocument, **fields)


def body_union(prefix: str, bodies: Iterable[StreamBlock]) -> Any:
    """The union of all blocks that ``bodies`` offer, told apart by ``type``."""
    offered: dict[str, list[Block]] = {}
    for body in bodies:
        for name, block in body.child_blocks.items():
            offered.setdefault(name, []).append(block)
    documents = [block_document(prefix, name, block_types) for name, block_types in offered.items()]
    if len(documents) == 1:
        return documents[0]
    return Annotated[reduce(or_, documents), Field(discriminator="type")]


def _bodies(kind: str, default: type[StreamBlock]) -> list[StreamBlock]:
    apps.check_models_ready()
    fields = [model._meta.get_field("body") for model in page_types(kind)]
    return [field.stream_block for field in fields] or [default()]


if TYPE_CHECKING:
    StoryBodyBlock = BlockDocument
    SummitBodyBlockDocument = BlockDocument
else:
    StoryBodyBlock = body_union("Story", _bodies("article", StoryBlock))
    SummitBodyBlockDocument = body_union("Summit", _bodies("summit", SummitBodyBlock))
