"""The editor's forms: sessions are timed by the clocks at the venue, whatever the editor's own."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateTimeInput

from .models import Session
from .times import at, is_skipped, zone_names, zone_of


class VenueDateTimeField(forms.DateTimeField):
    """A moment shown and read in the zone of the venue, which the form sets.

    A clock time that comes twice when the clocks go back means the first; a
    moment that was the second stays so while the editor does not touch it.
    """

    widget = AdminDateTimeInput
    zone: ZoneInfo = ZoneInfo("UTC")
    stored: datetime | None = None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime) and value.tzinfo:
            return value.astimezone(self.zone).replace(tzinfo=None)
        return value

    def to_python(self, value: Any) -> datetime | None:
        try:
            naive = self._naive(value)
            return None if naive is None else self._moment(naive)
        except OverflowError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def _moment(self, naive: datetime) -> datetime:
        if self.stored and self.stored.astimezone(self.zone).replace(tzinfo=None, fold=0) == naive:
            return self.stored
        if is_skipped(naive.date(), naive.time(), self.zone):
            raise ValidationError(
                _("The clocks in %(zone)s skip this time on that day."), params={"zone": self.zone.key}, code="skipped"
            )
        return at(naive.date(), naive.time(), self.zone)

    def _naive(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.astimezone(self.zone).replace(tzinfo=None, fold=0) if value.tzinfo else value
        for pattern in self.input_formats or ():
            try:
                return datetime.strptime(value.strip(), pattern)
            except (ValueError, TypeError):
                continue
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class SessionForm(WagtailAdminModelForm):
    """A session in the editor.

    ``identity`` carries the translation key through the form: a session that is
    not published yet has no row, and would come back as another session.
    """

    start = VenueDateTimeField(label=_("Start"), required=False)
    end = VenueDateTimeField(label=_("End"), required=False)
    identity = forms.UUIDField(required=False, widget=forms.HiddenInput)
    # Formsets put their own in its place. Wagtail's API v3 hands over only what a form declares, and would add a
    # session with the key of another summit's as a new one.
    id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    #: The key of the summit in the editor.
    summit_pk: int | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not for the blank form that the browser copies: each new session needs a key of its own.
        if kwargs.get("instance") is not None:
            self.initial["identity"] = self.instance.translation_key

    def use_zone(self, zone: ZoneInfo) -> None:
        """Read and show the times by the clocks of ``zone``."""
        for name in ("start", "end"):
            if name in self.fields:
                field = self.fields[name]
                field.zone = zone
                field.stored = self.initial.get(name)

    def full_clean(self) -> None:
        super().full_clean()
        # Wagtail's API v3 gives nothing for a session that is to be removed, and would report all that it lacks.
        if self.is_bound and self.cleaned_data.get(DELETION_FIELD_NAME):
            self.errors.clear()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        stored = cleaned.get("id")
        if isinstance(stored, Session) and stored.page_id != self.summit_pk:
            self.add_error("id", ValidationError(_("This session belongs to another summit."), code="invalid_choice"))
        if cleaned.get("identity"):
            self.instance.translation_key = cleaned["identity"]
        return cleaned


class SummitPageForm(WagtailAdminPageForm):
    """A summit in the editor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "timezone" in self.fields:
            self.fields["timezone"].widget = forms.Select(choices=zone_choices())
        # A part of the summit, as API v3 is sent it, has the zone that is stored.
        zone = zone_of(self.data.get("timezone") or self.instance.timezone)
        if "summit_sessions" in self.formsets:
            for form in self.formsets["summit_sessions"].forms:
                form.use_zone(zone)
                form.summit_pk = self.instance.pk


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every IANA zone, under its continent."""
    names = sorted(name for name in zone_names() if "/" in name)
    groups = [
        (area, [(name, name.split("/", 1)[1].replace("_", " ")) for name in members])
        for area, members in groupby(names, key=lambda name: name.split("/", 1)[0])
    ]
    return [("", [("UTC", "UTC")]), *groups]
