"""Validators for names and titles."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .bidi import has_unsafe_bidi


def validate_bidi(text: str) -> None:
    """Refuse characters that show a text in another order than it is stored (``\\u202Enimda`` reads as "admin").

    A validator for model and form fields; raises ``ValidationError`` with the code ``unsafe_bidi``.
    """
    if has_unsafe_bidi(text):
        raise ValidationError(
            _("Remove the hidden characters that change the direction of the text."), code="unsafe_bidi"
        )
