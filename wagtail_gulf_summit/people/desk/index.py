"""Listings of translatable snippets, in a number of queries that does not grow with the rows."""

from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.models import Locale
from wagtail.snippets.views.snippets import IndexView

from .buttons import cheap_hooks, more_menu, shown_buttons, translate_snippet_button


class SnippetIndexView(IndexView):
    def get_list_buttons(self, instance: Any) -> list[Any]:
        user = self.request.user
        buttons = [*self.get_list_more_buttons(instance), *translate_snippet_button(instance, user)]
        for hook in cheap_hooks("register_snippet_listing_buttons"):
            buttons += hook(instance, user, self.request.path)
        shown = shown_buttons(buttons, user)
        for hook in cheap_hooks("construct_snippet_listing_buttons"):
            hook(shown, instance, user)
        return more_menu(shown, str(instance))


def has_untranslated_locale(model: type[Any]) -> Exists:
    """Whether a language of the site lacks a translation; annotate it as ``has_untranslated_locale``."""
    in_locale = model.objects.filter(translation_key=OuterRef(OuterRef("translation_key")), locale=OuterRef("pk"))
    return Exists(Locale.objects.filter(~Exists(in_locale)))
