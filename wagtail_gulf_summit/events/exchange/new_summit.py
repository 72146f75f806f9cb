"""The summit that a file is about, where the site does not have it yet."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..kinds import summit_models
from ..times import default_zone, zone_of
from .entries import Schedule, UnreadableScheduleError


def find_or_create(parent: Any, schedule: Schedule) -> Any:
    """The summit below ``parent`` with the title of the file; a new draft where there is none."""
    parent = parent.specific
    if not schedule.title:
        raise UnreadableScheduleError([_("The file does not name its conference.")])
    models = [model for model in summit_models() if model.can_create_at(parent)]
    for model in models:
        found = model.objects.child_of(parent).filter(title=schedule.title[:255]).first()
        if found is not None:
            return found
    if not models:
        raise UnreadableScheduleError([_("No summit can be made below that page.")])
    page = models[0](
        title=schedule.title[:255],
        start_date=schedule.start_date,
        end_date=schedule.end_date,
        timezone=_zone(schedule.timezone),
        locale=parent.locale,
        live=False,
    )
    try:
        parent.add_child(instance=page)
        page.save_revision()
    except ValidationError as error:
        raise UnreadableScheduleError(error.messages) from error
    return page


def _zone(name: str) -> str:
    return name if name and zone_of(name).key == name else default_zone()
