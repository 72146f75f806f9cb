"""How our own model fields look in Wagtail's API v2: ready to show, and as on their page.

Wagtail's serializers of rich text and streams do not know which page they
belong to, so citations would have no number and speakers no role of the day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rest_framework.fields import Field
from wagtail.api.v2.serializers import BaseSerializer

from .fields import FrozenStreamField, RichTextField
from .richtext import display_html
from .scope import answer_scope


class OfInstance(Field):
    """A field that is given the whole instance."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    @contextmanager
    def scope(self, instance: Any) -> Iterator[None]:
        """Show the page that ``instance`` is, or is part of; a view's ``scope_cache`` holds for all its pages."""
        page = instance if hasattr(instance, "url_path") else getattr(instance, "page", instance)
        with answer_scope(page, self.context.get("request")) as scope:
            scope.cache.update(getattr(self.context.get("view"), "scope_cache", {}))
            yield


class DisplayStream(OfInstance):
    """A ``FrozenStreamField``: ``[{type, id, value}]``."""

    def to_representation(self, instance: Any) -> list[dict[str, Any]]:
        value = getattr(instance, self.field_name)
        with self.scope(instance):
            return list(value.stream_block.get_api_representation(value, self.context))


class DisplayRichText(OfInstance):
    """A ``RichTextField`` of ours, as display-ready HTML."""

    def to_representation(self, instance: Any) -> str:
        with self.scope(instance):
            return display_html(getattr(instance, self.field_name) or "")


def register() -> None:
    """Let every endpoint of Wagtail's API v2 use them, the stock ones too."""
    BaseSerializer.serializer_field_mapping[FrozenStreamField] = DisplayStream
    BaseSerializer.serializer_field_mapping[RichTextField] = DisplayRichText
