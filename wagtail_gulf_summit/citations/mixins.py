"""What a page type needs to number its citations."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from .walk import rich_text_of


class CitedPageMixin(models.Model):
    """A page whose rich text can cite.

    Name the fields that a reader sees, in the order they are shown, in
    ``cited_fields``; or override ``cited_rich_text`` when the order depends on content.
    """

    cited_fields: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def cited_rich_text(self) -> Iterator[str]:
        """Stored rich text of the page, chunk by chunk, in the order it is shown."""
        for name in self.cited_fields:
            if self.shows_field(name):
                yield from rich_text_of(self._meta.get_field(name), getattr(self, name))

    def shows_field(self, name: str) -> bool:
        """Whether readers see this cited field, as far as that depends on other fields; by default they do."""
        return True

    @classmethod
    def check(cls, **kwargs: Any) -> list[CheckMessage]:
        return [*super().check(**kwargs), *cls._check_cited_fields()]

    @classmethod
    def _check_cited_fields(cls) -> list[CheckMessage]:
        messages: list[CheckMessage] = []
        for name in cls.cited_fields:
            try:
                cls._meta.get_field(name)
            except FieldDoesNotExist:
                messages.append(
                    Error(
                        f"cited_fields names '{name}', which {cls.__name__} does not have.",
                        hint="List RichTextFields and StreamFields of the page, in the order they are shown.",
                        obj=cls,
                        id="gulf_summit.E201",
                    )
                )
        return messages
