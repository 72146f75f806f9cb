"""Filters by what a document names, as SQL.

Keys name what an editor chose, whether or not readers may see it now, so that
what is hidden and shown again is found at once. So a filter asks as well whether
readers may see the object, and whether documents show that very record: one in
another language shows the translation in its own.
"""

from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.statements.planned import run
from wagtail_gulf_summit.statements.public import IS_OPEN, PAGES, Place

from ..builders.pages import Page
from ..kinds import PERSON, SOURCE
from .visible import DOCUMENTS, parameters, root_of_site

_LOCALES = Locale._meta.db_table

#: The tables of what keys name. Other keys are words.
TABLES = {
    "topic": Topic._meta.db_table,
    "person": PERSON.model._meta.db_table,
    "source": SOURCE.model._meta.db_table,
    "section": PAGES,
    "series": PAGES,
    "summit": PAGES,
}
#: Where the page itself stands below what is named, in whatever language that is.
ABOVE = frozenset({"section", "series"})
MOST_OF_A_SLUG = 20


def name_of(instance: Any) -> str | None:
    """What keys call ``instance``, unless they name no such object: a publisher's own Topic is another model."""
    if isinstance(instance, Page):
        kind = getattr(instance, "page_kind", "")
        return kind if kind in TABLES else None
    models = {"topic": Topic, "person": PERSON.model, "source": SOURCE.model}
    return next((name for name, model in models.items() if isinstance(instance, model)), None)


def is_shown(name: str, one: str) -> list[str]:
    """Conditions on documents ``d`` that name an object: that they show it. ``one`` is its id in SQL.

    What is asked of the object is the same for all documents, and so is asked once.
    """
    if name not in TABLES:
        return []
    source, visible = _visible_from(TABLES[name])
    return [f"EXISTS (SELECT 1 FROM {source} WHERE o.id = {one} AND {visible})", *shows_itself(name, one)]


def shows_itself(name: str, one: str) -> list[str]:
    """Conditions on documents ``d`` that name an object: that they do not show another language's record of it."""
    if name not in TABLES or name in ABOVE:
        return []
    table = TABLES[name]
    return [
        f"d.lang NOT IN (SELECT l.language_code FROM {table} o JOIN {table} t"
        " ON t.translation_key = o.translation_key AND t.id <> o.id AND t.live"
        f" JOIN {_LOCALES} l ON l.id = t.locale_id WHERE o.id = {one})"
    ]


def ids_of_slug(name: str, slug: str, lang: str | None, place: Place) -> list[int]:
    """The ids of the objects with that slug that the public may see on the site of ``place``: in each language one."""
    table = TABLES[name]
    source, visible = _visible_from(table)
    in_language = "" if lang is None else " AND l.language_code = %(lang)s"
    found = run(
        f"SELECT o.id FROM {source} JOIN {_LOCALES} l ON l.id = o.locale_id"
        f" WHERE o.slug = %(slug)s AND {visible}{in_language} ORDER BY o.id LIMIT {MOST_OF_A_SLUG}",
        {**parameters(place, timezone.now()), "slug": slug, "lang": lang},
    )
    return [pk for (pk,) in found]


def _visible_from(table: str) -> tuple[str, str]:
    """What comes after ``FROM`` and ``WHERE`` for objects ``o`` that the public may see."""
    if table != PAGES:
        return f"{table} o", "o.live"
    # Of a page whose document is still to be computed nobody knows the site. Whoever names it is on this one.
    return (
        f"{PAGES} o LEFT JOIN {DOCUMENTS} n ON n.page_id = o.id",
        f"{IS_OPEN} AND (n.root_id IS NULL OR n.root_id = ({root_of_site()}))",
    )
