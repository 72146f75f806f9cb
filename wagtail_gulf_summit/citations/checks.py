"""System checks of the citations room: gulf_summit.E200 to E299 and W200 to W299.

``E201`` is in ``mixins.CitedPageMixin.check``.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning, register
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from .mixins import CitedPageMixin

FEATURE = "citation"


@register("gulf_summit")
def check_snippets_installed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if apps.is_installed("wagtail.snippets"):
        return []
    return [
        Error(
            "wagtail_gulf_summit.citations needs wagtail.snippets, where sources are kept.",
            hint='Add "wagtail.snippets" to INSTALLED_APPS, below "wagtail_gulf_summit.citations".',
            id="gulf_summit.E200",
        )
    ]


@register("gulf_summit")
def check_cited_fields_are_numbered(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A field with a Cite button whose citations a page would not number shows none of them."""
    from wagtail.models import get_page_models

    return [message for model in get_page_models() for message in unnumbered_fields(model)]


def unnumbered_fields(model: type[Any]) -> Iterator[CheckMessage]:
    """Warnings about the fields of a page type that can cite, but are not among its cited fields."""
    if issubclass(model, CitedPageMixin) and model.cited_rich_text is not CitedPageMixin.cited_rich_text:
        return  # it says itself what it shows
    for field in model._meta.get_fields():
        if not can_cite(field) or field.name in getattr(model, "cited_fields", ()):
            continue
        if issubclass(model, CitedPageMixin):
            yield Warning(
                f"'{field.name}' can cite, but its citations are not shown: it is not in cited_fields.",
                hint=f"Add '{field.name}' to {model.__name__}.cited_fields, where it is shown on the page.",
                obj=model,
                id="gulf_summit.W202",
            )
        else:
            yield Warning(
                f"'{field.name}' can cite, but its citations are not shown: the page does not number them.",
                hint=f"Let {model.__name__} inherit from wagtail_gulf_summit.citations.mixins.CitedPageMixin, and "
                f"list '{field.name}' in cited_fields.",
                obj=model,
                id="gulf_summit.W201",
            )


def can_cite(field: Any) -> bool:
    """Whether an editor of this field has the Cite button."""
    if isinstance(field, StreamField):
        return any(_has_button(block) for block in _leaves(field.stream_block, set()))
    return isinstance(field, RichTextField) and FEATURE in (field.features or [])


def _leaves(block: Any, seen: set[int]) -> Iterator[Any]:
    if id(block) in seen:
        return
    seen.add(id(block))
    if isinstance(block, blocks.ListBlock):
        yield from _leaves(block.child_block, seen)
    elif hasattr(block, "child_blocks"):
        for child in block.child_blocks.values():
            yield from _leaves(child, seen)
    else:
        yield block


def _has_button(block: Any) -> bool:
    return isinstance(block, blocks.RichTextBlock) and FEATURE in (block.features or [])
