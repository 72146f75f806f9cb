"""Which page types of the site are summits."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from .mixins import SummitPageMixin


def summit_models() -> list[type[Any]]:
    """Every concrete page type that mixes in ``SummitPageMixin``."""
    return [model for model in apps.get_models() if issubclass(model, SummitPageMixin)]


def summit_page(key: int) -> Any:
    """The summit with that page number, as its own type; raises ``LookupError``."""
    for model in summit_models():
        page = model._default_manager.filter(pk=key).first()
        if page is not None:
            return page
    raise LookupError(key)
