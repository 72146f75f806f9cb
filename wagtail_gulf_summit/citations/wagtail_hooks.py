"""The citation feature of rich text, and the sources desk."""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet

from .converting import CONVERT
from .deletion import refuse_in_admin
from .desk import urls
from .desk.cite import editor_settings
from .desk.losses import warn_on_edit, warn_on_publish
from .desk.merge import MergeBulkAction
from .entity import CONTENTSTATE_RULE, EDITORHTML_RULE, ENTITY_TYPE, CitationLinkHandler, keep_block_keys
from .merging import MERGE
from .viewsets import SourceViewSet

FEATURE = "citation"
STATIC = "wagtail_gulf_summit/citations"

CITE_BUTTON = EntityFeature(
    # Data that is not named under "attributes" is lost when text is pasted.
    {"type": ENTITY_TYPE, "icon": "gs-citation", "description": _("Cite"), "attributes": ["id", "locator"]},
    js=[
        versioned_static("wagtailadmin/js/chooser-modal.js"),
        f"{STATIC}/numbers.js",
        f"{STATIC}/tooltip.js",
        f"{STATIC}/draftail.js",
    ],
    css={"all": [f"{STATIC}/draftail.css"]},
)

register_snippet(SourceViewSet)
hooks.register("before_delete_snippet", refuse_in_admin)


@hooks.register("register_rich_text_features")
def register_citation_feature(features: Any) -> None:
    features.register_link_type(CitationLinkHandler)
    features.register_editor_plugin("draftail", FEATURE, CITE_BUTTON)
    features.register_converter_rule("contentstate", FEATURE, CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", FEATURE, EDITORHTML_RULE)


# After Wagtail's own, whose rules it extends.
hooks.register("register_rich_text_features", keep_block_keys, order=10)
hooks.register("insert_editor_js", editor_settings)
hooks.register("before_edit_page", warn_on_edit, order=-10)
hooks.register("after_publish_page", warn_on_publish)
hooks.register("register_bulk_action", MergeBulkAction)


@hooks.register("register_admin_urls")
def register_citation_urls() -> list[URLPattern | URLResolver]:
    return [path("citations/", include(urls))]


@hooks.register("register_icons")
def register_citation_icons(icons: list[str]) -> list[str]:
    return [*icons, "gulf_summit_citations/icons/gs-citation.svg"]


@hooks.register("register_log_actions")
def register_citation_log_actions(actions: Any) -> None:
    actions.register_action(MERGE, _("Merge sources"), _("Sources merged"))
    actions.register_action(CONVERT, _("Convert notes into citations"), _("Notes converted into citations"))


@hooks.register("register_reports_menu_item")
def register_dead_links_report() -> MenuItem:
    url = reverse("gulf_summit_citations:dead_links")
    return MenuItem(_("Dead links of sources"), url, name="dead-links", icon_name="link-external", order=1100)
