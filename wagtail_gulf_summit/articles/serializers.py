"""The topic of a topic page in Wagtail's APIs."""

from typing import Any

from rest_framework.fields import Field

from wagtail_gulf_summit.people.loading import shown

from .values import TopicValue, topic_value


class TopicOfPage(Field):
    """The topic as stories show theirs: in the language of the page, nothing while it is not published."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, page: Any) -> TopicValue | None:
        return topic_value(shown(page.topic, page.locale_id))
