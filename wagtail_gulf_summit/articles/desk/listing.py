"""The listing of articles: a flat one in the Newsroom menu, and the same columns in the explorer of a section."""

from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    NavigateToChildrenColumn,
    PageStatusColumn,
    PageTitleColumn,
)
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from wagtail_gulf_summit.people.desk.buttons import cheap_hooks, more_menu, shown_buttons, translate_page_button

from ..kinds import page_types
from .facts import attach_facts
from .filters import ArticleFilterSet


class ArticleTitleColumn(PageTitleColumn):
    """The title, with buttons that ask nothing of the database for each row."""

    cell_template_name = "gulf_summit_articles/desk/title_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        buttons = translate_page_button(instance, user)
        for hook in cheap_hooks("register_page_listing_more_buttons"):
            buttons += hook(page=instance, user=user, next_url=context["actions_next_url"])
        return {
            **context,
            "buttons": more_menu(sorted(shown_buttons(buttons, user)), instance.get_admin_display_title()),
        }


ARTICLE_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    ArticleTitleColumn("title", label=_("Headline"), sort_key="title", classname="title"),
    Column("section", label=_("Section"), accessor="facts.section.title"),
    Column("byline", label=_("Byline"), accessor="facts.bylines"),
    NumberColumn("citations", label=_("Citations"), accessor="facts.citations"),
    NumberColumn("quotes", label=_("Quotes"), accessor="facts.quotes"),
    NumberColumn("comments", label=_("Comments"), accessor="facts.comments"),
    DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
    PageStatusColumn("status", label=_("Status"), sort_key="live"),
]


class ArticleListingMixin:
    base_columns = ARTICLE_COLUMNS
    base_filterset_class = ArticleFilterSet

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        attach_facts(context["object_list"])
        return context


class ArticlesView(ArticleListingMixin, IndexView):
    """All articles of all types, of all sections."""

    page_title = _("Articles")

    def get_base_queryset(self) -> Any:
        types = ContentType.objects.get_for_models(*page_types("article")).values()
        return super().get_base_queryset().filter(content_type__in=list(types))


class SectionExplorerView(ArticleListingMixin, ExplorableIndexView):
    """What lies below a section, with the columns of articles."""

    @cached_property
    def explorable_columns(self) -> list[Any]:
        shown = [column for column in self.columns if column.name != "section"]
        return [*shown, NavigateToChildrenColumn("navigate", width="10%")]


class ArticlesViewSet(PageListingViewSet):
    name = "gulf_summit_articles"
    model = swapper.load_model("wagtailcore", "Page")
    icon = "doc-full"
    menu_label = _("Articles")
    menu_name = "gulf-summit-articles"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 50
    add_to_admin_menu = True
    index_view_class = ArticlesView
    filterset_class = ArticleFilterSet
    columns = ARTICLE_COLUMNS


def section_viewset(section_model: type[Any]) -> PageViewSet:
    """The explorer's listing of pages below sections of this type."""
    attributes = {
        "model": section_model,
        "parent_models": [section_model],
        "index_view_class": SectionExplorerView,
        "filterset_class": ArticleFilterSet,
        "columns": ARTICLE_COLUMNS,
    }
    return type("SectionViewSet", (SectionViewSet,), attributes)()


class SectionViewSet(PageViewSet):
    icon = "folder-open-inverse"

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        page_model = swapper.load_model("wagtailcore", "Page")
        return super().get_index_view_kwargs(**{"model": page_model, **kwargs})
