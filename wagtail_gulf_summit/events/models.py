"""The sessions of a summit."""

import uuid

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from wagtail_gulf_summit.fields import FrozenStreamField

from .blocks import SpeakerBlock


class Session(TranslatableMixin, Orderable):
    """One talk, panel, workshop or break."""

    class Kind(models.TextChoices):
        KEYNOTE = "keynote", _("Keynote")
        TALK = "talk", _("Talk")
        PANEL = "panel", _("Panel")
        WORKSHOP = "workshop", _("Workshop")
        BREAK = "break", _("Break")
        OTHER = "other", _("Other")

    page = ParentalKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("summit"),
        on_delete=models.CASCADE,
        related_name="summit_sessions",
    )
    uid = models.UUIDField(_("identifier"), default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.TALK)
    title = models.CharField(_("title"), max_length=255, blank=True)
    abstract = models.TextField(_("abstract"), blank=True)
    start = models.DateTimeField(_("start"), null=True, blank=True)
    end = models.DateTimeField(_("end"), null=True, blank=True)
    room = models.CharField(_("room"), max_length=120, blank=True)
    track = models.CharField(_("track"), max_length=120, blank=True)
    invitation_only = models.BooleanField(_("by invitation only"), default=False)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    speakers = FrozenStreamField([("speaker", SpeakerBlock())], verbose_name=_("speakers"), blank=True)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self):
        return self.title or self.get_kind_display()
