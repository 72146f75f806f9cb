"""The desk of topics and the listings of articles."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .desk.listing import ArticlesViewSet, section_viewset
from .kinds import page_types
from .viewsets import TopicViewSet

register_snippet(TopicViewSet)


@hooks.register("register_admin_viewset")
def register_listings() -> list[Any]:
    return [ArticlesViewSet(), *(section_viewset(model) for model in page_types("section"))]
