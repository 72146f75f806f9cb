"""Model fields whose migrations do not change when a publisher changes blocks."""

from typing import Any

from wagtail.fields import StreamField


class FrozenStreamField(StreamField):
    """A ``StreamField`` that keeps its blocks out of migrations.

    A publisher who adds or drops a block then needs no migration of ours, and
    the import paths of blocks can change between releases.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
