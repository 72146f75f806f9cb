"""What changes the index: any page that is saved whole, whichever way.

Publishing, unpublishing, copying, translating and moving all end in a save of the
specific page; a saved draft names the fields it saves and is left alone.
"""

from typing import Any

from django.db.models.signals import post_save

from wagtail_gulf_summit.scope import kept_scope, page_scope

from ..choosers import load_chosen
from .find import quote_fields
from .index import index_page


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="gulf_summit_quotes")


def page_saved(sender: type[Any], instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if raw or not is_quoting_page(sender):
        return
    if update_fields is not None and not {"live", *quote_fields(sender)} & set(update_fields):  # type: ignore[arg-type]
        return
    kept = kept_scope(instance)
    with page_scope(instance, kept):
        if kept is not None and instance.live:
            load_chosen(instance)  # somebody asks for all of it next
        index_page(instance)


def is_quoting_page(model: type[Any]) -> bool:
    """Whether ``model`` is a page type that can hold a quote."""
    return hasattr(model, "specific_class") and not model._meta.abstract and bool(quote_fields(model))  # type: ignore[arg-type]
