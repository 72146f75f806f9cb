"""The citation feature of rich text, and the sources desk."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.snippets.models import register_snippet

from .deletion import refuse_in_admin
from .entity import CONTENTSTATE_RULE, EDITORHTML_RULE, ENTITY_TYPE, CitationLinkHandler
from .viewsets import SourceViewSet

FEATURE = "citation"

register_snippet(SourceViewSet)
hooks.register("before_delete_snippet", refuse_in_admin)


@hooks.register("register_rich_text_features")
def register_citation_feature(features: Any) -> None:
    features.register_link_type(CitationLinkHandler)
    features.register_editor_plugin(
        "draftail", FEATURE, EntityFeature({"type": ENTITY_TYPE, "icon": "gs-citation", "description": _("Cite")})
    )
    features.register_converter_rule("contentstate", FEATURE, CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", FEATURE, EDITORHTML_RULE)


@hooks.register("register_icons")
def register_citation_icons(icons: list[str]) -> list[str]:
    return [*icons, "gulf_summit_citations/icons/gs-citation.svg"]
