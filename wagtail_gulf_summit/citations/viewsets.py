"""The sources desk of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .desk.chooser import SourceChooserViewSet
from .desk.listing import LIST_DISPLAY, SourceIndexView
from .models import Source


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
    panels = [
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldPanel("publisher"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("published_on")]),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("edition_number")]),
        FieldPanel("container_title"),
        FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
        FieldPanel("place"),
        MultiFieldPanel(
            [FieldPanel("url"), FieldPanel("archive_url"), FieldPanel("accessed")], heading=_("On the web")
        ),
        FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")]),
        FieldPanel("language"),
        FieldPanel("note"),
        FieldPanel("printed"),
    ]
