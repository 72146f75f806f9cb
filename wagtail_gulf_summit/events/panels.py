"""The panels of the summit editor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from .conflicts import conflicts
from .forms import SessionForm
from .loading import slots_of


class SessionsPanel(InlinePanel):
    """All sessions of a summit: collapsed, named by title and time, in any order."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = SessionForm
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "gulf_summit_events/panels/sessions.html"


class ConflictsPanel(Panel):
    """What is wrong with the schedule as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "gulf_summit_events/panels/conflicts.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["conflicts"] = page_conflicts(self.instance)
            return context

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk)


def page_conflicts(page: Any) -> list[Any]:
    """All conflicts in the schedule of a summit page, drafts included."""
    return conflicts(slots_of(page, published_only=False), page.span, page.zone)


fact_panels = [
    MultiFieldPanel([FieldPanel("series_name"), FieldPanel("edition"), FieldPanel("theme")], heading=_("Series")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
            FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
            FieldPanel("timezone"),
            FieldPanel("date_text"),
        ],
        heading=_("When"),
        icon="calendar",
    ),
    MultiFieldPanel([FieldPanel("status"), FieldPanel("previous_dates")], heading=_("Status")),
    MultiFieldPanel(
        [
            FieldPanel("attendance_mode"),
            FieldPanel("venue_name"),
            FieldPanel("venue_address"),
            FieldRowPanel([FieldPanel("city"), FieldPanel("country_code")]),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("online_url"),
        ],
        heading=_("Where"),
        icon="site",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("attendance_min"), FieldPanel("attendance_text")]),
            FieldPanel("audience"),
            FieldPanel("registration_url"),
        ],
        heading=_("Who comes"),
        icon="group",
    ),
    MultiFieldPanel([FieldPanel("organisers"), FieldPanel("organiser_text")], heading=_("Organisers")),
    MultiFieldPanel(
        [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_caption"), FieldPanel("hero_credit")],
        heading=_("Main image"),
        icon="image",
    ),
    FieldPanel("body"),
]

session_panels = [
    ConflictsPanel(heading=_("Schedule check"), icon="warning"),
    FieldPanel("announced"),
    SessionsPanel(
        "summit_sessions",
        label=_("Session"),
        heading=_("Sessions"),
        panels=[
            FieldRowPanel([FieldPanel("title"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("day")]),
            FieldRowPanel([FieldPanel("room"), FieldPanel("track")]),
            FieldPanel("speakers"),
            FieldPanel("abstract"),
            FieldRowPanel([FieldPanel("invitation_only"), FieldPanel("capacity")]),
        ],
    ),
]


def summit_edit_handler(page_model: type[Any], comment_panels: list[Any], more_facts: tuple[Any, ...] = ()) -> Any:
    """The tabs of a summit: facts, sessions, promotion, settings.

    ``page_model`` is the site's ``Page``, whose own panels are kept;
    ``more_facts`` are panels of a publisher's own fields.
    """
    return TabbedInterface(
        [
            ObjectList([*page_model.content_panels, *fact_panels, *more_facts], heading=_("Summit")),
            ObjectList(session_panels, heading=_("Sessions")),
            ObjectList(page_model.promote_panels, heading=_("Promotion")),
            ObjectList([*comment_panels, *page_model.settings_panels], heading=_("Settings")),
        ]
    )
