"""A day's grid in the admin: all its sessions side by side, and their times, rooms and titles edited at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.dates import format_date

from .blocks import SessionKind
from .conflicts import conflicts
from .forms import VenueDateTimeField
from .kinds import summit_page
from .loading import Slot, slots_of
from .schedule import DayPlan, by_day, rooms, timetable, tracks

LABELS = {
    "title": gettext_lazy("Title"),
    "kind": gettext_lazy("Kind"),
    "start": gettext_lazy("Start"),
    "end": gettext_lazy("End"),
    "room": gettext_lazy("Room"),
    "track": gettext_lazy("Track"),
}
LOCAL_MOMENT = "%Y-%m-%dT%H:%M"


class RowForm(forms.Form):
    """The fields of a session that a schedule is made of."""

    title = forms.CharField(max_length=255, required=False)
    kind = forms.ChoiceField(choices=SessionKind.choices)
    start = VenueDateTimeField(required=False)
    end = VenueDateTimeField(required=False)
    room = forms.CharField(max_length=120, required=False, widget=forms.TextInput({"list": "schedule-rooms"}))
    track = forms.CharField(max_length=120, required=False, widget=forms.TextInput({"list": "schedule-tracks"}))
    order = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, slot: Slot, order: int, page: Any, data: Any = None) -> None:
        self.slot = slot
        initial = {name: getattr(slot.session, name) for name in LABELS} | {"order": order}
        super().__init__(data, initial=initial, prefix=f"session-{slot.session.uid.hex}")
        for name in ("start", "end"):
            field: Any = self.fields[name]
            field.zone, field.stored = page.zone, initial[name]
            field.input_formats = [LOCAL_MOMENT, "%Y-%m-%dT%H:%M:%S"]
            field.widget = forms.DateTimeInput({"type": "datetime-local"}, format=LOCAL_MOMENT)
        for name, label in LABELS.items():
            self.fields[name].widget.attrs["aria-label"] = label
        language = page.locale.language_code
        for name in ("title", "room", "track"):
            self.fields[name].widget.attrs.update(lang=language, dir=direction(language))

    def apply(self) -> bool:
        """Set what was changed on the session; whether anything was."""
        for name in self.changed_data:
            if name in LABELS:
                setattr(self.slot.session, name, self.cleaned_data[name])
        return self.has_changed()


class ScheduleGridView(WagtailAdminTemplateMixin, TemplateView):
    """One day of a summit's newest draft; saving makes a new draft."""

    template_name = "gulf_summit_events/schedule_grid.html"
    header_icon = "table"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.page = summit_page(kwargs["pk"])
        except LookupError as error:
            raise Http404 from error
        self.permissions = self.page.permissions_for_user(request.user)
        if not self.permissions.can_edit():
            raise PermissionDenied
        self.draft = self.page.get_latest_revision_as_object()
        self.slots = slots_of(self.draft, published_only=False)
        self.days = by_day(self.slots, self.draft.zone)
        self.plan = self.chosen_day(request.GET.get("day"))
        return super().dispatch(request, *args, **kwargs)

    def chosen_day(self, asked: str | None) -> DayPlan:
        """The day that the address names, else the first."""
        for plan in self.days:
            if asked == (plan.day.isoformat() if plan.day else "none"):
                return plan
        return self.days[0] if self.days else DayPlan(None, ())

    def row_forms(self, data: Any = None) -> list[RowForm]:
        return [RowForm(slot, number, self.draft, data) for number, slot in enumerate(self.plan.slots)]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = self.row_forms(request.POST)
        if request.POST.get("revision") != str(self.page.latest_revision_id):
            messages.error(request, _("The page was saved by somebody else meanwhile. Nothing was changed here."))
            return redirect(self.address())
        if self.permissions.page_locked():
            messages.error(request, _("The page is locked. Nothing was changed here."))
            return redirect(self.address())
        valid = [row.is_valid() for row in rows]
        if not all(valid):
            return self.render_to_response(self.get_context_data(rows=rows))
        changed = [row.apply() for row in rows]
        if any(changed):
            self.reorder(rows)
            self.draft.save_revision(user=request.user, log_action=True)
            messages.success(request, _("The schedule was saved as a draft."))
        return redirect(self.address())

    def reorder(self, rows: list[RowForm]) -> None:
        """Give the sessions of the day the places they had together, in their new order."""
        wanted = sorted(rows, key=lambda row: row.cleaned_data["order"])
        places = sorted(row.slot.session.sort_order or 0 for row in rows)
        for row, place in zip(wanted, places, strict=True):
            row.slot.session.sort_order = place
        self.draft.summit_sessions = [slot.session for slot in self.slots]

    def address(self) -> str:
        day = self.plan.day.isoformat() if self.plan.day else "none"
        return f"{reverse('gulf_summit_schedule', args=[self.page.pk])}?day={day}"

    def get_page_title(self) -> str:
        return _("Schedule")

    def get_page_subtitle(self) -> str:
        return str(self.draft.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.draft.title},
            {"url": "", "label": _("Schedule")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = get_language() or "en"
        zone = self.draft.zone
        return super().get_context_data(
            **{
                "page": self.draft,
                "revision": self.page.latest_revision_id,
                "rows": self.row_forms(),
                "plan": self.plan,
                "days": [(plan, _day_name(plan.day, language)) for plan in self.days],
                "timetable": timetable(self.plan.slots, zone),
                "rooms": rooms(self.slots),
                "tracks": tracks(self.slots),
                "conflicts": conflicts(self.slots, self.draft.span, zone),
                "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                **kwargs,
            }
        )


def _day_name(day: date | None, language: str) -> str:
    return format_date(day, language) if day else _("To be announced")
