"""What makes a page type a summit: mix in, then subclass Page yourself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin
from wagtail_gulf_summit.fields import FrozenStreamField


class SummitPageMixin(CommentPolicyMixin, models.Model):
    """A summit: one edition of a series, with its sessions."""

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("Scheduled")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")
        MOVED_ONLINE = "moved_online", _("Moved online")
        RESCHEDULED = "rescheduled", _("Rescheduled")

    class AttendanceMode(models.TextChoices):
        OFFLINE = "offline", _("In person")
        ONLINE = "online", _("Online")
        MIXED = "mixed", _("In person and online")

    series_name = models.CharField(_("series"), max_length=255, blank=True)
    edition = models.PositiveIntegerField(_("edition"), null=True, blank=True)
    theme = models.CharField(_("theme"), max_length=255, blank=True)
    start_date = models.DateField(_("first day"), null=True, blank=True)
    end_date = models.DateField(_("last day"), null=True, blank=True)
    start_time = models.TimeField(_("start time"), null=True, blank=True)
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    timezone = models.CharField(_("time zone"), max_length=64, default="Asia/Dubai")
    venue_name = models.CharField(_("venue"), max_length=255, blank=True)
    venue_address = models.CharField(_("address"), max_length=255, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country_code = models.CharField(_("country code"), max_length=2, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    attendance_mode = models.CharField(
        _("attendance"), max_length=20, choices=AttendanceMode.choices, default=AttendanceMode.OFFLINE
    )
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.SCHEDULED)
    attendance_min = models.PositiveIntegerField(_("expected attendance, at least"), null=True, blank=True)
    attendance_text = models.CharField(_("expected attendance as printed"), max_length=255, blank=True)
    audience = models.CharField(_("audience"), max_length=255, blank=True)
    organisers = FrozenStreamField(
        [("organisation", SnippetChooserBlock("gulf_summit_people.Organisation", label=_("organisation")))],
        verbose_name=_("organisers"),
        blank=True,
    )
    organiser_text = models.CharField(_("organiser as printed"), max_length=255, blank=True)
    registration_url = models.URLField(_("registration link"), blank=True)
    body = FrozenStreamField(
        [("paragraph", blocks.RichTextBlock(label=_("Paragraph")))], verbose_name=_("body"), blank=True
    )
    workshops_announced = models.PositiveIntegerField(_("workshops announced"), null=True, blank=True)

    panel_fields = [
        "series_name", "edition", "theme", "start_date", "end_date", "start_time", "end_time", "timezone",
        "venue_name", "venue_address", "city", "country_code", "attendance_mode", "status", "attendance_min",
        "attendance_text", "audience", "organisers", "organiser_text", "registration_url", "body",
    ]  # fmt: skip

    class Meta:
        abstract = True
