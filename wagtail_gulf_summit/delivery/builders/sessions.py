"""Sessions of many summits as documents."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import translation

from wagtail_gulf_summit.events.loading import Slot, sessions_for
from wagtail_gulf_summit.scope import page_scope

from .pages import Page, language_of, page_facts
from .summits import session_value


def session_items(sessions: Sequence[Any]) -> list[dict[str, Any]]:
    """A list of ``SessionItem`` for sessions of pages that readers may see, in a constant number of queries."""
    page_ids = {session.page_id for session in sessions}
    summits = list(Page.objects.filter(pk__in=page_ids).specific())
    if summits:
        prefetch_related_objects(summits, "locale")
    slots = {
        (page.pk, slot.session.pk): (page, slot)
        for page, programme in zip(summits, sessions_for(summits), strict=True)
        for slot in programme
    }
    found = [slots.get((session.page_id, session.pk)) for session in sessions]
    return [_item(*one) for one in found if one is not None]


def _item(page: Any, slot: Slot) -> dict[str, Any]:
    language = language_of(page)
    with translation.override(language), page_scope(page):
        facts = page_facts(page, "summit")
        summit = {name: facts[name] for name in ("id", "title", "slug", "path", "html_url", "lang")}
        return {"type": "session", **session_value(page, slot), "summit": summit}
