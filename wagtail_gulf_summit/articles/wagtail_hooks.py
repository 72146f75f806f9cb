"""The desk of topics, the listings of articles, and what the editor loads for them."""

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from wagtail_gulf_summit.people.desk.dossier import HOOK as DOSSIER

from . import telepath  # noqa: F401  (registers the editor's blocks)
from .desk.checker import add_story_rules
from .desk.listing import ArticlesViewSet, section_viewset
from .desk.voices import comments_of
from .kinds import page_types
from .viewsets import TopicViewSet

register_snippet(TopicViewSet)
hooks.register(DOSSIER, comments_of)


@hooks.register("register_admin_viewset")
def register_listings() -> list[Any]:
    return [ArticlesViewSet(), *(section_viewset(model) for model in page_types("section"))]


@hooks.register("construct_wagtail_userbar")
def check_stories(request: Any, items: list[Any], page: Any) -> None:
    """Let Wagtail's checker count what there is to look at in an article."""
    if getattr(page, "page_kind", None) != "article":
        return
    for item in items:
        if hasattr(item, "axe_custom_rules"):
            add_story_rules(item)


@hooks.register("insert_editor_js")
def editor_scripts() -> SafeString:
    path = "wagtail_gulf_summit/articles"
    return format_html(
        '<script src="{}"></script><script src="{}"></script>',
        static(f"{path}/counts.js"),
        static(f"{path}/checks.js"),
    )


@hooks.register("insert_global_admin_css")
def editor_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("wagtail_gulf_summit/articles/editor.css"))
