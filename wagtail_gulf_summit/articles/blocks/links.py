"""Choosers of topics, stories and summits."""

import copy
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.people.choosers import LoadedChooserBlock, chosen_key
from wagtail_gulf_summit.people.loading import load
from wagtail_gulf_summit.people.values import shown_on_page

from ..kinds import page_types
from ..values import TopicValue, page_value, topic_value


class TopicChooserBlock(LoadedChooserBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__("gulf_summit_articles.Topic", **kwargs)

    def get_api_representation(self, value: Any, context: Any = None) -> TopicValue | None:
        return topic_value(shown_on_page(value))


class KindChooserBlock(blocks.PageChooserBlock):
    """A chooser of pages of one kind, loaded together and shown in the language of the page around it."""

    page_kind = ""

    @cached_property
    def target_models(self) -> list[type[Any]]:
        return super().target_models or page_types(self.page_kind)

    def to_python(self, value: Any) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Any) -> list[Any]:
        keys = [chosen_key(value) for value in values]
        loaded = load(self.model_class, keys)
        return [copy.copy(loaded[key]) if key in loaded else None for key in keys]

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return {**super().get_context(value, parent_context), "story": page_value(shown_on_page(value))}

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any] | None:
        return page_value(shown_on_page(value))


class StoryChooserBlock(KindChooserBlock):
    page_kind = "article"


class SummitChooserBlock(KindChooserBlock):
    page_kind = "summit"


class RelatedArticleBlock(StoryChooserBlock):
    """Another story, pointed at from within the body."""

    class Meta:
        icon = "doc-full"
        label = _("Related article")
        template = "gulf_summit_articles/blocks/related_article.html"
