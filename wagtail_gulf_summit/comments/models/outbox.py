"""Mails waiting to be sent. A failing mail server never fails a post."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import ReaderComment


class OutboxMail(models.Model):
    """One mail to one address. What it says is made when it is sent; the comment's words are never part of it."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("Confirm a comment")
        FOLLOW_UP = "follow_up", _("A reply was approved")
        DIGEST = "digest", _("Digest for moderators")
        PROOF = "proof", _("Proof of address for export or erasure")

    class Status(models.TextChoices):
        QUEUED = "queued", _("Queued")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Given up")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.QUEUED)
    to = models.EmailField(_("to"))
    language = models.CharField(_("language"), max_length=16)
    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), null=True, on_delete=models.CASCADE, related_name="mails"
    )
    context = models.JSONField(_("context"), default=dict)
    dedupe = models.CharField(max_length=100, unique=True, help_text=_("No two mails have the same."))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("last error"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("queued"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("mail in the outbox")
        verbose_name_plural = _("mails in the outbox")
        indexes = [models.Index(fields=["status", "due_at"], name="gs_outbox_due")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_status_display()})"
