"""The words for who may comment, and when a comment is held. Nothing here needs a database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Policy(models.TextChoices):
    CLOSED = "closed", _("Closed: comments are neither shown nor taken")
    READ_ONLY = "read_only", _("Read-only: comments are shown, none are taken")
    PREMODERATED = "premoderated", _("Every comment is held for review")
    PREMODERATED_GUESTS = "premoderated_guests", _("Comments of guests are held for review")
    TRUSTED = "trusted", _("Comments are held until their author is trusted")
    POSTMODERATED = "postmoderated", _("Comments are shown at once and reviewed afterwards")


#: Policies under which a page takes comments.
OPEN_POLICIES = frozenset({Policy.PREMODERATED, Policy.PREMODERATED_GUESTS, Policy.TRUSTED, Policy.POSTMODERATED})
