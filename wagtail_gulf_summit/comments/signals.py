"""Signals that reader comments send."""

from django.dispatch import Signal

#: After commit, whenever what the public sees under a page may have changed.
#: Arguments: ``page_id``.
comment_visibility_changed = Signal()

#: After commit, when a comment was posted and stored. Arguments: ``comment_id``, ``state``.
comment_posted = Signal()

#: After commit, when a comment went from one state to another.
#: Arguments: ``comment_id``, ``old``, ``new``, ``user`` (who decided, or ``None``).
comment_state_changed = Signal()
