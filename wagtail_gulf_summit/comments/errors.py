"""Why something a reader or a moderator asked for was not done. No HTTP here: the doors choose the status."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class Refusal(Exception):
    """A request that was understood and not carried out.

    ``code`` is stable and machine-readable, ``message`` is for a person and
    translated when shown, ``fields`` names the fields at fault, ``retry_after``
    is in whole seconds.
    """

    def __init__(
        self, code: str, message: Text, *, fields: dict[str, Text] | None = None, retry_after: int | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.fields = fields or {}
        self.retry_after = retry_after


class StateConflict(Refusal):
    """Somebody else decided first, or the comment cannot go where it was sent."""

    def __init__(self, message: Text, *, state: str) -> None:
        super().__init__("state-conflict", message)
        self.state = state


def invalid(fields: dict[str, Text]) -> Refusal:
    """The refusal of input, with a message for each field at fault."""
    return Refusal("invalid-input", _("Some fields are not filled as they should be."), fields=fields)
