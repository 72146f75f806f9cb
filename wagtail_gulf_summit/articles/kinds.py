"""Which page types of the site are articles, sections or summits, whichever app defines them."""

from typing import Any

from django.apps import apps


def page_types(kind: str) -> list[type[Any]]:
    """Concrete models whose ``page_kind`` (set by our mixins) is ``kind``."""
    return [model for model in apps.get_models() if getattr(model, "page_kind", None) == kind]
