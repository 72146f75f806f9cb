"""System checks of this room."""

from typing import Any

import swapper
from django.core.checks import CheckMessage, Error, register


@register("gulf_summit")
def check_page_model(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not swapper.is_swapped("wagtailcore", "Page"):
        return []
    return [
        Error(
            "wagtail_gulf_summit.pages extends Wagtail's own Page, and this site has another (WAGTAIL_PAGE_MODEL).",
            hint='Take "wagtail_gulf_summit.pages" out of INSTALLED_APPS and mix ArticlePageMixin, SectionPageMixin, '
            "SummitPageMixin, PersonPageMixin and TopicPageMixin into page types of your own.",
            id="gulf_summit.E901",
        )
    ]
