"""The desk of topics."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "gulf-summit-topics"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 120
    add_to_admin_menu = True
    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        MultiFieldPanel([FieldPanel("slug")], heading=_("Details"), classname="collapsed"),
    ]
