"""Fields of ours as Wagtail's APIs read them, with the type that API v3 gives them in its OpenAPI."""

from uuid import UUID

from rest_framework.fields import Field


class TextField(Field):
    """A text that is computed."""

    def to_representation(self, value: str) -> str:
        return value


class UidField(Field):
    """An identity that all translations share."""

    def to_representation(self, value: UUID) -> UUID:
        return value
