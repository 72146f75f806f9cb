"""What happened to a comment: reports of readers and earlier versions."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import KEY_LENGTH, ReaderComment


class CommentReport(models.Model):
    """One reader's report of a comment. Who reported is a keyed hash, and never public."""

    class Reason(models.TextChoices):
        OFFENSIVE = "offensive", _("Offensive")
        HARASSMENT = "harassment", _("Harassment or threat")
        SPAM = "spam", _("Spam or advertising")
        OFF_TOPIC = "off_topic", _("Off topic")
        FALSE = "false", _("False information")
        OTHER = "other", _("Something else")

    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="reports"
    )
    reader_key = models.CharField(_("reader key"), max_length=KEY_LENGTH)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices, default=Reason.OTHER)
    details = models.CharField(_("details"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("reported"), default=timezone.now)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [models.UniqueConstraint(fields=["comment", "reader_key"], name="gs_one_report_per_reader")]

    def __str__(self) -> str:
        return str(self.get_reason_display())


class CommentRevision(models.Model):
    """The text of a comment before an edit of its author."""

    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="revisions"
    )
    body = models.TextField(_("text before the edit"))
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")

    def __str__(self) -> str:
        return self.body[:60]
