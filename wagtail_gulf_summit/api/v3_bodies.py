"""Streams sent to Wagtail's API v3: looked through before Wagtail takes them apart, each fault named by its place.

Wagtail takes for granted that what it is sent has the shape of its blocks. What
does not must be refused here, with the block and the field it stands in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError as SchemaError
from pydantic_core import InitErrorDetails, PydanticCustomError
from wagtail import blocks
from wagtail.api.rich_text import APIRichText
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.embeds.blocks import EmbedBlock

from .v3_links import restore_links_in, stored_key, unknown_reference

Place = tuple[str | int, ...]

#: What the blocks of Wagtail and of publishers raise for a value that they cannot read.
UNREADABLE = (ValidationError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError)


class Faults:
    """What is wrong with a stream, and where; what is missing is a fault only where it is ``required`` now."""

    def __init__(self, required: bool) -> None:
        self.required = required
        self.found: list[InitErrorDetails] = []

    def add(self, place: Place, code: str, message: Any) -> None:
        error = PydanticCustomError(code, str(message))
        self.found.append(InitErrorDetails(type=error, loc=place, input=None))

    def add_error(self, place: Place, error: ValidationError) -> None:
        for one in error.error_list:
            if self.required or one.code != "required":
                self.add(place, one.code or "invalid", one.messages[0])

    def raise_found(self) -> None:
        if self.found:
            raise SchemaError.from_exception_data("Stream", self.found, hide_input=True)


def accept_stream(block: Any, value: list[Any], required: bool) -> Any:
    """``value`` with the links of its rich text restored; raises pydantic's error that names all its faults."""
    faults = Faults(required)
    accepted = _accept(block, value, (), faults)
    faults.raise_found()
    return accepted


def accept_rich_text(value: Any, allowed: list[str] | None) -> Any:
    """The value sent for a field of rich text, with its links restored; raises for what it refers to in vain."""
    content = value.get("content") if isinstance(value, dict) else value
    if isinstance(content, str):
        faults = Faults(required=False)
        _check_references(content, (), faults)
        faults.raise_found()
    return restore_links_in(value, allowed)


def stream_schema(block: Any) -> dict[str, Any]:
    """What a stream may be sent as, in JSON Schema: its types of blocks with their fields."""
    return {"type": "array", "items": {"oneOf": [_child_schema(*child) for child in block.child_blocks.items()]}}


def _child_schema(name: str, block: Any) -> dict[str, Any]:
    properties = {
        "type": {"const": name, "type": "string"},
        "id": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "value": _value_schema(block),
    }
    return {"type": "object", "title": name, "properties": properties, "required": ["type"]}


def _value_schema(block: Any) -> dict[str, Any]:
    """The shape of a value; what a field takes beyond that is left open."""
    if isinstance(block, blocks.BaseStreamBlock):
        return stream_schema(block)
    if isinstance(block, blocks.ListBlock):
        return {"type": "array", "items": _value_schema(block.child_block)}
    if isinstance(block, blocks.BaseStructBlock):
        fields = {name: _value_schema(child) for name, child in block.child_blocks.items()}
        return {"anyOf": [{"type": "object", "properties": fields}, {"type": "null"}]}
    if isinstance(block, blocks.ChooserBlock):
        chosen = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}
        return {"anyOf": [{"type": "integer"}, chosen, {"type": "null"}]}
    if isinstance(block, blocks.RichTextBlock):
        formats = {"type": "string", "enum": [APIRichText.FORMAT_DB_HTML, APIRichText.FORMAT_DB_MARKDOWN]}
        text = {"format": formats, "content": {"type": "string"}}
        envelope = {"type": "object", "properties": text, "required": ["content"]}
        return {"anyOf": [{"type": "string"}, envelope, {"type": "null"}]}
    return {}


def _accept(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    if isinstance(block, blocks.BaseStreamBlock):
        return _accept_items(value, place, faults, lambda item, at: _accept_child(block, item, at, faults))
    if isinstance(block, blocks.ListBlock):
        return _accept_items(value, place, faults, lambda item, at: _accept(block.child_block, item, at, faults))
    if isinstance(block, blocks.BaseStructBlock):
        return _accept_struct(block, value, place, faults)
    if isinstance(block, BaseTypedTableBlock):
        return _accept_table(block, value, place, faults)
    if isinstance(block, blocks.RichTextBlock):
        return _accept_text(block, value, place, faults)
    if isinstance(block, blocks.ChooserBlock):
        return _accept_chosen(block, value, place, faults)
    return _accept_leaf(block, value, place, faults)


def _accept_items(value: Any, place: Place, faults: Faults, accept: Any) -> Any:
    if value is None:
        return []
    if not isinstance(value, list):
        faults.add(place, "list_type", _("This must be a list."))
        return value
    return [accept(item, (*place, number)) for number, item in enumerate(value)]


def _accept_child(block: Any, item: Any, place: Place, faults: Faults) -> Any:
    if not isinstance(item, dict):
        faults.add(place, "block_type", _("A block must be an object with “type” and “value”."))
        return item
    name = item.get("type")
    if not isinstance(name, str) or name not in block.child_blocks:
        offered = ", ".join(block.child_blocks)
        faults.add(
            (*place, "type"), "block_type", _("The type of a block must be one of: %(types)s.") % {"types": offered}
        )
        return item
    if item.get("id") is not None and not _is_text(item["id"]):
        faults.add((*place, name, "id"), "block_id", _("The id of a block must be a string; a new block needs none."))
    return {**item, "value": _accept(block.child_blocks[name], item.get("value"), (*place, name), faults)}


def _accept_struct(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    if value is None:
        value = {}
    if not isinstance(value, dict):
        faults.add(place, "object_type", _("This must be an object with the fields of its block."))
        return value
    fields = {
        name: _accept(child, value.get(name), (*place, name), faults) for name, child in block.child_blocks.items()
    }
    return {**value, **fields}


def _accept_table(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    if value is None or value == {}:
        return None
    columns, rows = (value.get("columns"), value.get("rows")) if isinstance(value, dict) else (None, None)
    if not isinstance(columns, list) or not isinstance(rows, list):
        faults.add(place, "table_type", _("A table must be an object with the lists “columns” and “rows”."))
        return value
    if not all(_is_column(block, column) for column in columns):
        offered = ", ".join(block.child_blocks)
        message = _("Each column must have a “heading”, and a “type” that is one of: %(types)s.") % {"types": offered}
        faults.add((*place, "columns"), "table_columns", message)
        return value
    if not _is_text(value.get("caption", "")):
        faults.add((*place, "caption"), "string_type", _("This must be text."))
    kinds = [block.child_blocks[column["type"]] for column in columns]
    return {
        **value,
        "rows": [_accept_row(kinds, row, (*place, "rows", number), faults) for number, row in enumerate(rows)],
    }


def _is_column(block: Any, column: Any) -> bool:
    if not isinstance(column, dict) or not isinstance(column.get("type"), str):
        return False
    return column["type"] in block.child_blocks and _is_text(column.get("heading"))


def _accept_row(kinds: list[Any], row: Any, place: Place, faults: Faults) -> Any:
    cells = row.get("values") if isinstance(row, dict) else None
    if not isinstance(cells, list) or len(cells) != len(kinds):
        message = _("A row must be an object with the list “values”, of one cell for each column.")
        faults.add(place, "table_row", message)
        return row
    accepted = [
        _accept(kind, cell, (*place, "values", number), faults)
        for number, (kind, cell) in enumerate(zip(kinds, cells, strict=True))
    ]
    return {**row, "values": accepted}


def _accept_text(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    if value is None:
        value = ""
    try:
        text_format, content = APIRichText.parse_input(value)
        if text_format == APIRichText.FORMAT_DB_MARKDOWN:
            content, _removed = APIRichText.convert_input(value, features=block.features)
    except ValueError as error:
        faults.add(place, "rich_text", error)
        return value
    _check_references(content, place, faults)
    with _reading(place, faults):
        block.clean(block.to_python(content))
    return restore_links_in(value, block.features)


def _check_references(html: str, place: Place, faults: Faults) -> None:
    if tag := unknown_reference(html):
        faults.add(place, "unknown_reference", _("The text refers to what there is not: %(tag)s") % {"tag": tag})


def _accept_chosen(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    """A key, or the object with an ``id`` that the API gave for it."""
    key = value.get("id") if isinstance(value, dict) else value
    pk = stored_key(block.model_class, key)
    chosen = None if pk is None else block.to_python(pk)
    if chosen is None and value is not None:
        message = _("There is no %(model)s with this id that can be chosen here.")
        faults.add(place, "unknown_choice", message % {"model": block.model_class._meta.verbose_name})
        return value
    with _reading(place, faults):
        block.clean(chosen)
    return pk


def _accept_leaf(block: Any, value: Any, place: Place, faults: Faults) -> Any:
    if isinstance(block, EmbedBlock) and isinstance(value, dict):
        value = value.get("url")
    if not _suits(block, value):
        faults.add(place, "invalid", _("This is not a value of this field."))
        return value
    with _reading(place, faults):
        read = block.to_python(value)
        if read is None and value not in (None, ""):
            raise ValidationError(_("This is not a value of this field."), code="invalid")
        if isinstance(block, blocks.FieldBlock):
            block.clean(read)
    return value


def _suits(block: Any, value: Any) -> bool:
    """Whether ``value`` is of the kind that the block stores; forms would make text of anything."""
    if value is None:
        return True
    if isinstance(block, blocks.BooleanBlock):
        return isinstance(value, bool)
    if isinstance(block, EmbedBlock):
        return isinstance(value, str)
    if isinstance(getattr(block, "field", None), forms.CharField):
        return isinstance(value, str | int | float) and not isinstance(value, bool)
    return True


@contextmanager
def _reading(place: Place, faults: Faults) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        faults.add_error(place, error)
    except UNREADABLE:
        faults.add(place, "invalid", _("This is not a value of this field."))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\x00" not in value
