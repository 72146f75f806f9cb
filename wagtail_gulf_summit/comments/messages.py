"""What a reader is told about their comment."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .states import State

_MESSAGES: dict[str, Promise] = {
    State.UNCONFIRMED: _("Almost there: we have sent you an e-mail. Follow its link to confirm your comment."),
    State.PENDING: _("Thank you. Your comment is held for review and will appear once a moderator has approved it."),
    State.APPROVED: _("Thank you. Your comment is published."),
    State.REMOVED: _("Your comment has been withdrawn."),
}
_NOT_PUBLISHED = _("Your comment was not published, because it does not follow the rules of this site.")


def state_message(state: str) -> Promise:
    """One sentence for the author of a comment in ``state``."""
    return _MESSAGES.get(state, _NOT_PUBLISHED)
