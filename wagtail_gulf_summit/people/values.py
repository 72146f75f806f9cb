"""People and organisations as the API and the templates name them."""

from datetime import date
from typing import Any

from django.utils import timezone
from typing_extensions import TypedDict

from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.scope import current_scope, is_for_editors

from .loading import in_locale, shown


class PersonValue(TypedDict):
    """A person as the APIs name them."""

    id: int
    name: str
    slug: str
    photo: dict[str, Any] | None


def person_value(person: Any) -> PersonValue | None:
    """``{id, name, slug, photo}``; ``None`` for nobody."""
    if person is None:
        return None
    return {"id": person.pk, "name": person.name, "slug": person.slug, "photo": image_value(person.photo, person.name)}


def organisation_value(organisation: Any, override: str = "") -> dict[str, Any] | None:
    """``{id, name}``; ``id`` is ``None`` for an organisation named as text, the whole ``None`` for none."""
    if override:
        return {"id": None, "name": override}
    return {"id": organisation.pk, "name": organisation.name} if organisation else None


def story_day(page: Any = None) -> date:
    """The day of ``page``, or of the page being shown.

    Its first publication; before that the day it is scheduled to go live; else today.
    """
    if page is None:
        scope = current_scope()
        page = scope.page if scope else None
    moment = getattr(page, "first_published_at", None) or getattr(page, "go_live_at", None)
    return timezone.localdate(moment) if moment else timezone.localdate()


def shown_on_page(instance: Any) -> Any:
    """``instance`` in the language of the page being shown; ``None`` while it is not published, but for editors."""
    scope = current_scope()
    locale_id = getattr(scope.page, "locale_id", None) if scope else None
    return in_locale(instance, locale_id) if is_for_editors() else shown(instance, locale_id)
