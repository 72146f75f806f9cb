"""The sessions of a summit."""

import uuid
from datetime import date
from zoneinfo import ZoneInfo

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from wagtail_gulf_summit.compat import api_field
from wagtail_gulf_summit.fields import FrozenStreamField
from wagtail_gulf_summit.serializers import UidField

from .blocks import SessionKind, SpeakersBlock


class Session(TranslatableMixin, Orderable):
    """One talk, panel, workshop or break.

    Its ``uid`` is its translation key: the one identity that Wagtail keeps
    through revisions and translations and renews when a page is copied.
    """

    Kind = SessionKind

    page = ParentalKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("summit"),
        on_delete=models.CASCADE,
        related_name="summit_sessions",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SessionKind.choices, default=SessionKind.TALK)
    title = models.CharField(_("title"), max_length=255, blank=True)
    abstract = models.TextField(_("abstract"), blank=True)
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("Only while the time is not fixed."))
    start = models.DateTimeField(_("start"), null=True, blank=True, help_text=_("As the clocks at the venue show it."))
    end = models.DateTimeField(_("end"), null=True, blank=True)
    room = models.CharField(_("room"), max_length=120, blank=True)
    track = models.CharField(_("track"), max_length=120, blank=True)
    invitation_only = models.BooleanField(_("by invitation only"), default=False)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    speakers = FrozenStreamField(SpeakersBlock(), verbose_name=_("speakers"), blank=True)
    #: The identifier the session has in the programme it was imported from.
    external_id = models.CharField(max_length=255, blank=True, editable=False)

    api_fields = [
        api_field("uid", UidField()),
        *[
            api_field(name, writable=True)
            for name in (
                "kind", "title", "abstract", "day", "start", "end",
                "room", "track", "invitation_only", "capacity", "speakers",
            )
        ],
    ]  # fmt: skip

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.title or self.get_kind_display()

    @property
    def uid(self) -> uuid.UUID:
        """The same in every revision and every translation of this session."""
        return self.translation_key

    @property
    def anchor(self) -> str:
        """Where the session stands on the page of its summit."""
        return f"session-{self.uid}"

    def day_in(self, zone: ZoneInfo) -> date | None:
        """The day of the session at the venue; ``None`` while it is to be announced."""
        return self.start.astimezone(zone).date() if self.start else self.day
