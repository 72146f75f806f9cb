"""The person of a person page in Wagtail's APIs."""

from typing import Any

from rest_framework.fields import Field

from .loading import shown
from .values import PersonValue, person_value


class PersonOfPage(Field):
    """The person as stories show theirs: in the language of the page, nobody while they are not published."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, page: Any) -> PersonValue | None:
        return person_value(shown(page.person, page.locale_id))
