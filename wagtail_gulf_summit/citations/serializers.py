"""The list of a page's citations for Wagtail's APIs, in ``api_fields``."""

from typing import Any

from rest_framework.fields import Field

from .numbering import citation_documents


class CitationsField(Field):
    """``[{number, id, html, csl, locators, backrefs}]``: ``APIField("citations", serializer=CitationsField())``."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, page: Any) -> list[dict[str, Any]]:
        return citation_documents(page)
