"""How our own model fields look in Wagtail's API v3: typed, ready to show, and safe to send back.

What the API gives for a stream or a rich text can be sent to it again, whole or
changed in part: markers of citations say what they were stored as, and links to
pages and files of the site are found again by their address. What readers do not
see, such as an unpublished person, is there for those who may write, and for
nobody else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from django.db.models import ManyToOneRel
from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

from wagtail_gulf_summit.citations.expand import REVERSIBLE
from wagtail_gulf_summit.delivery.documents.bodies import body_union
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import FOR_EDITORS, answer_scope

from .v3_bodies import accept_rich_text, accept_stream, stream_schema
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
        # Wagtail shows those with a token the pages that they may edit, and no others.
        scope.cache[FOR_EDITORS] = getattr(getattr(request, "user", None), "is_authenticated", False)
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
    def accept(value: list[Any], info: ValidationInfo) -> Any:
        # A draft may lack what a published page must have. The schema reads ``meta`` first.
        action = getattr(info.data.get("meta"), "action", None)
        return accept_stream(field.stream_block, value, required=action == "publish")

    return Annotated[list[Any], AfterValidator(accept), WithJsonSchema(stream_schema(field.stream_block))], []


def _write_rich_text(generator: Any, field: Any) -> tuple[Any, Any]:
    from wagtail.api.v3.schemas.generators.write import rich_text_schema

    annotation, default = rich_text_schema(generator, field) or (str, "")
    return Annotated[annotation, BeforeValidator(lambda value: accept_rich_text(value, field.features))], default
