"""How wagtail-localize treats a field, said without importing it.

``override_translatable_fields`` on a model takes any objects with these methods.
"""

from typing import Any


class Kept:
    """A field that each translation keeps for itself: neither translated nor copied from the source."""

    def __init__(self, field_name: str) -> None:
        self.field_name = field_name

    def get_field(self, model: type[Any]) -> Any:
        return model._meta.get_field(self.field_name)

    def get_value(self, instance: Any) -> Any:
        return self.get_field(type(instance)).value_from_object(instance)

    def is_editable(self, instance: Any) -> bool:
        return False

    def is_translated(self, instance: Any) -> bool:
        return False

    def is_synchronized(self, instance: Any) -> bool:
        return False

    def is_overridable(self, instance: Any) -> bool:
        return False
