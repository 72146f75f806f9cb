"""Converting one page: first a plan, which changes nothing, then its application."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from wagtail_gulf_summit.citations.duplicates import duplicates_of
from wagtail_gulf_summit.citations.formatting import format_source_text
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.rewriting import Change, change_instance, stored_marker
from wagtail_gulf_summit.citations.saving import save_changed

from . import footnotes, plain
from .references import note_to_source, reference_to_source

CONVERT = "gulf_summit_citations.convert"


@dataclass
class Plan:
    """What would be done to a page.

    ``sources`` holds the source of each reference, by its number or its
    footnote's id; unsaved ones would be created. ``markers`` counts the markers
    to convert, ``unknown`` lists those without a reference, and ``uncited`` the
    references without a marker: both stay as they are.
    """

    page: Any
    sources: dict[Hashable, Source] = field(default_factory=dict)
    markers: int = 0
    unknown: list[str] = field(default_factory=list)
    uncited: list[str] = field(default_factory=list)

    @property
    def created(self) -> list[Source]:
        return [source for source in self.sources.values() if source.pk is None]

    @property
    def reused(self) -> list[Source]:
        return [source for source in self.sources.values() if source.pk is not None]


def plan_page(page: Any) -> Plan:
    """What converting ``page`` (a specific page with ``cited_rich_text``) would do; reads its latest state."""
    state = page.get_latest_revision_as_object()
    chunks = list(state.cited_rich_text())
    listed, notes = plain.find_list(chunks), footnotes.notes_of(state)
    used = [key for chunk in chunks for key in [*plain.markers_in(chunk, listed), *footnotes.markers_in(chunk)]]
    references: dict[Any, str] = {**listed.references, **notes}
    plan = Plan(page)
    for key in dict.fromkeys(used):
        if key in notes:
            plan.sources[key] = _kept(note_to_source(*footnotes.plain_note(notes[str(key)]), page.locale), plan)
        elif key in references:
            plan.sources[key] = _kept(reference_to_source(references[key], page.locale), plan)
    plan.markers = sum(key in plan.sources for key in used)
    plan.unknown = [str(key) for key in dict.fromkeys(used) if key not in plan.sources] if references else []
    plan.uncited = [str(key) for key in references if key not in plan.sources]
    return plan


@transaction.atomic
def apply_plan(plan: Plan, user: Any = None) -> bool:
    """Create the sources and convert the page, with one new revision; whether it changed."""
    if not plan.sources:
        return False
    for source in plan.created:
        source.save()
        source.save_revision(user=user).publish(user=user)
    return save_changed(plan.page, lambda state: _convert(state, plan), user=user, action=CONVERT)


def _convert(state: Any, plan: Plan) -> bool:
    listed = plain.find_list(list(state.cited_rich_text()))
    cited = {key for key in plan.sources if isinstance(key, int)}

    def marker(key: Hashable) -> str | None:
        return (
            stored_marker(plan.sources[key].pk, text=f"[{key}]" if key in cited else "[1]")
            if key in plan.sources
            else None
        )

    def html(text: str) -> str:
        return footnotes.convert(plain.convert(text, listed, marker, cited), marker)

    return change_instance(state, Change(html=html))


def _kept(source: Source, plan: Plan) -> Source:
    """A source that is kept already and prints the same, or is planned already, or else ``source``."""
    candidates = [*duplicates_of(source), *plan.created]
    same = (one for one in candidates if one.locale_id == source.locale_id and _printed(one) == _printed(source))
    return next(same, source)


def _printed(source: Source) -> tuple[str, str]:
    return format_source_text(source, source.locale.language_code), source.url
