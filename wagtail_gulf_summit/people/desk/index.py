"""Listings of translatable snippets, in a number of queries that does not grow with the rows."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import Locale, ReferenceIndex, Revision
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


def known_of_rows(model: type[Any]) -> dict[str, Any]:
    """Annotations for a listing's queryset: what its columns and buttons would ask of the database row by row."""
    in_locale = model.objects.filter(translation_key=OuterRef(OuterRef("translation_key")), locale=OuterRef("pk"))
    scheduled = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(model),
        object_id=Cast(OuterRef("pk"), output_field=CharField()),
        approved_go_live_at__isnull=False,
    )
    return {
        "usage_count": ReferenceIndex.usage_count_subquery(model),
        # Fills the cached property that the status column looks at, here for "none or not" only.
        "scheduled_revision": Subquery(scheduled.values("pk")[:1]),
        "has_untranslated_locale": Exists(Locale.objects.filter(~Exists(in_locale))),
    }
