"""The words on the buttons of Wagtail's choosers, in the language of whoever looks at them.

Wagtail puts them together once for each form and block, in the language of the first who opens it, and shows them
to everybody from then on.
"""

from collections.abc import Callable
from typing import Any

import swapper
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.admin.widgets import AdminPageChooser
from wagtail.snippets.widgets import AdminSnippetChooser

# Wagtail's own strings, in Wagtail's own catalogues.
SNIPPET_WORDS = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}
CHOOSE_PAGE = "Choose a page"


class Words:
    """An attribute that is made anew each time it is read; what is assigned to it is not kept."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        self.make = make

    def __get__(self, widget: Any, owner: Any = None) -> Any:
        return self if widget is None else self.make(widget)

    def __set__(self, widget: Any, value: Any) -> None:
        pass


def snippet_words(text: str) -> Words:
    return Words(lambda widget: gettext(text) % {"object": widget.model._meta.verbose_name})


def page_words(widget: Any) -> str:
    """«Choose a page (Summit)»; before the widget knows its models, without them."""
    models = getattr(widget, "target_models", [])
    if len(models) != 1 or models[0]._meta.label == swapper.get_model_name("wagtailcore", "Page"):
        return gettext(CHOOSE_PAGE)
    return f"{gettext(CHOOSE_PAGE)} ({capfirst(models[0]._meta.verbose_name)})"


def install() -> None:
    for name, text in SNIPPET_WORDS.items():
        setattr(AdminSnippetChooser, name, snippet_words(text))
    AdminPageChooser.choose_one_text = Words(page_words)
