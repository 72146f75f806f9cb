"""The list of a page's citations for Wagtail's APIs, in ``api_fields``."""

from typing import Any

from rest_framework.fields import Field
from wagtail.api import APIField

from .numbering import PageCitation, citation_documents


class CitationsField(Field):
    """``[{number, id, html, csl, locators, backrefs}]``: see ``CITATIONS``."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, page: Any) -> list[PageCitation]:
        return citation_documents(page)


#: For the ``api_fields`` of a page type.
CITATIONS = APIField("citations", serializer=CitationsField())
