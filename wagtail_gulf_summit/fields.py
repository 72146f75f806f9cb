"""Model fields whose migrations stay as they are, and whose API form is ready to show."""

from typing import Any

from wagtail.fields import RichTextField as WagtailRichTextField
from wagtail.fields import StreamField

from .richtext import searchable_text


class FrozenStreamField(StreamField):
    """A ``StreamField`` that keeps its blocks out of migrations.

    A publisher who adds or drops a block then needs no migration of ours, and
    the import paths of blocks can change between releases.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs


class RichTextField(WagtailRichTextField):
    """A ``RichTextField`` that every API gives as display-ready HTML, whatever Wagtail's own setting says."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return [searchable_text(str(value))]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
