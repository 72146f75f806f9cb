"""The sessions of a summit as Wagtail's API v3 takes them."""

from typing import Annotated, Any

from django.utils.translation import gettext
from pydantic import BeforeValidator

from wagtail_gulf_summit.events.models import Session


def write_children(generator: Any, field: Any) -> tuple[Any, Any] | None:
    """Wagtail's type of a list of children; of our sessions each has to be an object.

    ninja reads any value at all as an object without fields, which would add an empty session.
    """
    from wagtail.api.v3.schemas.generators.write import child_relation_schema

    found: tuple[Any, Any] | None = child_relation_schema(generator, field)
    if found is None or field.related_model is not Session:
        return found
    annotation, default = found
    return Annotated[annotation, BeforeValidator(_objects)], default


def _objects(value: Any) -> Any:
    if isinstance(value, list) and not all(isinstance(item, dict) for item in value):
        raise ValueError(gettext("Each session has to be an object."))
    return value
