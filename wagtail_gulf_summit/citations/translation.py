"""What wagtail-localize needs to know, without importing it: it reads these attributes and nothing else."""

from typing import Any


class Shared:
    """A field that every translation takes from its source and may change for itself."""

    def __init__(self, field_name: str) -> None:
        self.field_name = field_name

    def get_field(self, model: type[Any]) -> Any:
        return model._meta.get_field(self.field_name)

    def get_value(self, instance: Any) -> Any:
        return self.get_field(type(instance)).value_from_object(instance)

    def is_editable(self, instance: Any) -> bool:
        return True

    def is_translated(self, instance: Any) -> bool:
        return False

    def is_synchronized(self, instance: Any) -> bool:
        return True

    def is_overridable(self, instance: Any) -> bool:
        return True
