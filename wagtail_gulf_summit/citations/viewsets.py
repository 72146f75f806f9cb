"""The sources desk of the admin."""

import json
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from .desk.chooser import SourceChooserViewSet
from .desk.listing import LIST_DISPLAY, SourceIndexView
from .kinds import FIELD_KINDS
from .models import Source


def for_its_kinds(name: str) -> dict[str, str]:
    """Attributes of a panel that is shown for the kinds of source that have the field."""
    kinds = sorted(str(kind) for kind in FIELD_KINDS[name])
    return {"data-w-rules-target": "show", "data-w-rules": json.dumps({"kind": kinds})}


def kind_panel(name: str) -> Any:
    return FieldPanel(name, attrs=for_its_kinds(name))


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "gs-citation"
    menu_label = _("Sources")
    menu_hook = "register_newsroom_menu_item"
    menu_order = 300
    add_to_admin_menu = True
    chooser_viewset_class = SourceChooserViewSet
    index_view_class = SourceIndexView
    list_display = LIST_DISPLAY
    list_filter = ["kind", "locale"]
    search_backend_name = None
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel("title"),
            FieldPanel("authors"),
            FieldPanel("publisher"),
            FieldRowPanel([FieldPanel("year"), FieldPanel("published_on")]),
            FieldRowPanel(
                [FieldPanel("edition"), FieldPanel("edition_number")],
                attrs=for_its_kinds("edition"),
                heading=_("Edition"),
            ),
            *map(kind_panel, ("container_title", "volume", "issue", "pages", "place")),
            MultiFieldPanel(
                [FieldPanel("url"), FieldPanel("archive_url"), FieldPanel("accessed")], heading=_("On the web")
            ),
            *map(kind_panel, ("doi", "isbn")),
            FieldPanel("language"),
            FieldPanel("note"),
            FieldPanel("printed"),
        ],
        attrs={"data-controller": "w-rules", "data-action": "change->w-rules#resolve"},
    )
