"""How our own model fields look in Wagtail's API v3: typed, ready to show, and safe to send back.

What the API gives for a stream or a rich text can be sent to it again, whole or
changed in part: markers of citations say what they were stored as, and links to
pages and files of the site are found again by their address.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from django.db.models import ManyToOneRel
from pydantic import AfterValidator, BeforeValidator
from wagtail.blocks import RichTextBlock

from wagtail_gulf_summit.citations.expand import REVERSIBLE
from wagtail_gulf_summit.delivery.documents.bodies import body_union
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField
from wagtail_gulf_summit.people.page_links import SHOWS_HIDDEN
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import answer_scope

from .v3_links import restore_links_in
from .v3_sessions import write_children


def register() -> None:
    """Tell Wagtail; before it makes the schemas of pages, which it does once."""
    from wagtail.api.v3.schemas.generators.read import read_generator
    from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator

    read_generator.register_field_schema(FrozenStreamField, _read_stream)
    read_generator.register_field_schema(RichTextField, _read_rich_text)
    for generator in (create_generator, patch_generator):
        generator.register_field_schema(FrozenStreamField, _write_stream)
        generator.register_field_schema(RichTextField, _write_rich_text)
        generator.register_field_schema(ManyToOneRel, write_children)


@contextmanager
def _shown(instance: Any, context: dict[str, Any]) -> Iterator[None]:
    """Show the page that ``instance`` is or is part of, so that what is shown can be taken back."""
    page = instance if hasattr(instance, "url_path") else getattr(instance, "page", instance)
    request = context.get("request")
    with answer_scope(page, request) as scope:
        scope.cache[REVERSIBLE] = True
        scope.cache[SHOWS_HIDDEN] = bool(request and request.user.is_authenticated)
        yield


def _read_stream(generator: Any, field: Any) -> tuple[Any, Any, Any]:
    name = field.name
    prefix = field.model.__name__ + "".join(part.capitalize() for part in name.split("_"))

    def resolve(obj: Any, context: dict[str, Any]) -> list[Any]:
        value = getattr(obj, name)
        with _shown(obj, context):
            return list(value.stream_block.get_api_representation(value, context))

    return list[body_union(prefix, [field.stream_block])], [], staticmethod(resolve)  # type: ignore[misc]


def _read_rich_text(generator: Any, field: Any) -> tuple[Any, Any, Any]:
    name = field.name

    def resolve(obj: Any, context: dict[str, Any]) -> str:
        with _shown(obj, context):
            return display_html(getattr(obj, name) or "")

    return str, "", staticmethod(resolve)


def _write_stream(generator: Any, field: Any) -> tuple[Any, Any]:
    def restore(value: list[Any]) -> Any:
        return restore_links_in(field.stream_block, value)

    return Annotated[list[Any], AfterValidator(restore)], []


def _write_rich_text(generator: Any, field: Any) -> tuple[Any, Any]:
    from wagtail.api.v3.schemas.generators.write import rich_text_schema

    block = RichTextBlock(features=field.features)
    annotation, default = rich_text_schema(generator, field) or (str, "")
    return Annotated[annotation, BeforeValidator(lambda value: restore_links_in(block, value))], default
