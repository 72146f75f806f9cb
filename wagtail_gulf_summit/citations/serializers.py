"""Fields for Wagtail's API v2, whose own serializers do not know which page a text belongs to."""

from typing import Any

from rest_framework.fields import Field

from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope

from .numbering import citation_documents


class OfPage(Field):
    """A field that is given the whole page."""

    def get_attribute(self, instance: Any) -> Any:
        return instance


class CitedStreamField(OfPage):
    """A ``StreamField`` of the page, its markers numbered as on the page."""

    def to_representation(self, page: Any) -> list[dict[str, Any]]:
        value = getattr(page, self.field_name)
        with page_scope(page):
            return list(value.stream_block.get_api_representation(value, self.context))


class CitedRichTextField(OfPage):
    """A ``RichTextField`` of the page as display-ready HTML, its markers numbered as on the page."""

    def to_representation(self, page: Any) -> str:
        with page_scope(page):
            return display_html(getattr(page, self.field_name))


class CitationsField(OfPage):
    """``[{number, id, html, csl, locators, backrefs}]``."""

    def to_representation(self, page: Any) -> list[dict[str, Any]]:
        return citation_documents(page)
