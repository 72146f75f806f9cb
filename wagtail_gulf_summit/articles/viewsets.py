"""The desk of topics."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn, UsageCountColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from wagtail_gulf_summit.people.desk.chooser import (
    NamedChooseResultsView,
    NamedChooseView,
    NamedCreateView,
)
from wagtail_gulf_summit.people.desk.index import SnippetIndexView, known_of_rows

from .desk.forms import NewTopicForm
from .models import Topic


class TopicChooserViewSet(SnippetChooserViewSet):
    choose_view_class = NamedChooseView
    choose_results_view_class = NamedChooseResultsView
    create_view_class = NamedCreateView
    preserve_url_parameters = ["multiple", "locale"]
    creation_form_class = NewTopicForm
    creation_tab_label = _("New topic")
    create_action_label = _("Create")


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "gulf-summit-topics"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 120
    add_to_admin_menu = True
    index_view_class = SnippetIndexView
    chooser_viewset_class = TopicChooserViewSet
    list_per_page = 50
    ordering = ["name", "pk"]
    list_filter = ["live"]
    list_display = [
        "name",
        UsageCountColumn("usage_count", label=_("Usage"), sort_key="usage_count", width="12%"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        MultiFieldPanel([FieldPanel("slug")], heading=_("Details"), classname="collapsed"),
    ]

    def get_queryset(self, request: Any) -> Any:
        return Topic.objects.annotate(
            **known_of_rows(Topic),
        )
