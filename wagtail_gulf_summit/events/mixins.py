"""What makes a page type a summit: mix in, then subclass Page yourself."""

from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.search import index
from wagtail.url_routing import RouteResult

from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.citations.serializers import CITATIONS
from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin
from wagtail_gulf_summit.compat import api_field
from wagtail_gulf_summit.fields import FrozenStreamField
from wagtail_gulf_summit.people.choosers import OrganisationChooserBlock

from .blocks import AnnouncedBlock, PreviousDatesBlock, SummitBodyBlock
from .forms import SummitPageForm
from .history import KEPT_OUT_OF_REVISIONS, MOVED, keep_earlier_dates, note_changes
from .models import Session
from .references import indexed_once
from .rules import date_errors
from .times import Span, default_zone, span_between, validate_zone, zone_of
from .translation import Shared


class SummitPageMixin(CitedPageMixin, CommentPolicyMixin, models.Model):
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

    series_name = models.CharField(
        _("series"), max_length=255, blank=True, help_text=_("Leave empty to use the title of the series page above.")
    )
    edition = models.PositiveIntegerField(_("edition"), null=True, blank=True)
    theme = models.CharField(_("theme"), max_length=255, blank=True)
    start_date = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Leave empty while it is to be announced.")
    )
    end_date = models.DateField(_("last day"), null=True, blank=True)
    start_time = models.TimeField(
        _("start time"), null=True, blank=True, help_text=_("Leave empty for an event of whole days.")
    )
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    timezone = models.CharField(_("time zone"), max_length=64, default=default_zone, validators=[validate_zone])
    date_text = models.CharField(
        _("dates in words"),
        max_length=255,
        blank=True,
        help_text=_("Shown while no day is fixed, for example “Autumn 2027”."),
    )
    venue_name = models.CharField(_("venue"), max_length=255, blank=True)
    venue_address = models.CharField(_("address"), max_length=255, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country_code = models.CharField(
        _("country code"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, for example AE."))],
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    attendance_mode = models.CharField(
        _("attendance"), max_length=20, choices=AttendanceMode.choices, default=AttendanceMode.OFFLINE
    )
    online_url = models.URLField(_("address online"), blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.SCHEDULED)
    previous_dates = FrozenStreamField([("dates", PreviousDatesBlock())], verbose_name=_("earlier dates"), blank=True)
    attendance_min = models.PositiveIntegerField(_("expected attendance, at least"), null=True, blank=True)
    attendance_text = models.CharField(_("expected attendance as printed"), max_length=255, blank=True)
    audience = models.CharField(_("audience"), max_length=255, blank=True)
    organisers = FrozenStreamField(
        [("organisation", OrganisationChooserBlock(label=_("organisation")))],
        verbose_name=_("organisers"),
        blank=True,
    )
    organiser_text = models.CharField(_("organiser as printed"), max_length=255, blank=True)
    registration_url = models.URLField(_("registration link"), blank=True)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("main image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(_("alternative text"), max_length=255, blank=True)
    hero_caption = models.CharField(_("caption"), max_length=255, blank=True)
    hero_credit = models.CharField(_("credit"), max_length=255, blank=True)
    body = FrozenStreamField(SummitBodyBlock(), verbose_name=_("body"), blank=True)
    announced = FrozenStreamField([("sessions", AnnouncedBlock())], verbose_name=_("announced sessions"), blank=True)

    # Kept from the fields above, so that "upcoming" is a range over an index.
    starts_at = models.DateTimeField(null=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(null=True, editable=False, db_index=True)
    # What calendars were last told of the summit and of each session. A fact of the page, not of a revision.
    calendar_notes = models.JSONField(default=dict, blank=True, editable=False)

    page_kind = "summit"

    #: Where citations can stand.
    cited_fields = ["body"]

    base_form_class = SummitPageForm

    #: Append to the page type's ``search_fields``.
    summit_search_fields = [
        *[
            index.SearchField(name)
            for name in ("series_name", "theme", "venue_name", "city", "audience", "organiser_text", "body")
        ],
        index.RelatedFields("summit_sessions", [index.SearchField("title"), index.SearchField("abstract")]),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
        index.FilterField("status"),
        index.FilterField("city"),
    ]

    api_fields = [
        *[
            api_field(name, writable=True)
            for name in (
                "series_name", "edition", "theme", "start_date", "end_date", "start_time", "end_time", "timezone",
                "date_text", "venue_name", "venue_address", "city", "country_code", "latitude", "longitude",
                "attendance_mode", "online_url", "status", "previous_dates", "attendance_min", "attendance_text",
                "audience", "organisers", "organiser_text", "registration_url", "hero_image", "hero_alt",
                "hero_caption", "hero_credit", "body", "announced", "summit_sessions",
            )
        ],
        api_field("starts_at"),
        api_field("ends_at"),
        CITATIONS,
    ]  # fmt: skip

    #: For wagtail-localize: text that is not language.
    override_translatable_fields = [Shared("timezone"), Shared("country_code")]
    exclude_fields_in_copy = list(KEPT_OUT_OF_REVISIONS)

    class Meta:
        abstract = True

    @property
    def zone(self) -> ZoneInfo:
        return zone_of(self.timezone)

    @property
    def span(self) -> Span | None:
        """When the summit is held; ``None`` while no day is fixed."""
        return span_between(self.start_date, self.end_date, self.start_time, self.end_time, self.zone)

    def clean(self) -> None:
        super().clean()
        errors = date_errors(self)
        if errors:
            raise ValidationError(errors)
        if self.live and self.pk and self.status in MOVED:
            keep_earlier_dates(self, type(self)._default_manager.get(pk=self.pk))

    def save(self, *args: Any, **kwargs: Any) -> Any:
        span = self.span
        self.starts_at, self.ends_at = (span.start, span.end) if span else (None, None)
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        # What an object in memory knows may be older than what calendars were told since.
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("calendar_notes", flat=True).first()
        self.calendar_notes = stored if stored is not None else self.calendar_notes
        if self.live:
            note_changes(self)
        with indexed_once(self):
            return super().save(*args, **kwargs)

    def route(self, request: Any, path_components: list[str]) -> Any:
        """The programme at the page's address, its people at ``speakers/`` below it."""
        if path_components == ["speakers"] and self.live:
            return RouteResult(self, kwargs={"show": "speakers"})
        return super().route(request, path_components)

    def get_template(self, request: Any, *args: Any, show: str = "", **kwargs: Any) -> str:
        template: str = super().get_template(request, *args, **kwargs)
        return template.replace(".html", f"_{show}.html") if show else template

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A revision of this page, with what belongs to the page itself kept as it is.

        Sessions that the revision holds without a key, because it was saved before
        it was published, get back the keys of their published rows.
        """
        page = super().with_content_json(content)
        for name in KEPT_OUT_OF_REVISIONS:
            setattr(page, name, getattr(self, name))
        unsaved = [session for session in page.summit_sessions.all() if session.pk is None]
        if unsaved:
            keys = dict(Session.objects.filter(page_id=self.pk).values_list("translation_key", "pk"))
            for session in unsaved:
                session.pk = keys.get(session.translation_key)
        return page


class SummitSeriesMixin(models.Model):
    """A series of summits, whose editions are the pages below it."""

    is_summit_series = True

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The page's address, under the name that Django uses."""
        return self.get_url() or ""
