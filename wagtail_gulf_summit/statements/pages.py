"""The pages around a page: every document shows some of them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import swapper
from django.db import connection
from wagtail.models import Locale

from .planned import run
from .public import PAGES

Page = swapper.load_model("wagtailcore", "Page")
_FAMILY = Page._meta.get_field("translation_key")


def relatives(page: Any) -> list[Any]:
    """The translations of ``page`` and the pages above it but the root of the tree, by their keys. One query.

    Base pages, with their locales.
    """
    step = type(page).steplen
    above = {f"above{end}": page.path[:end] for end in range(step * 2, len(page.path), step)}
    values = {"family": _FAMILY.get_db_prep_value(page.translation_key, connection), "page": page.pk, **above}
    one_of = ", ".join(f"%({name})s" for name in above) or "NULL"
    found = list(
        Page.objects.raw(
            f"SELECT p.*, l.language_code AS _language FROM {PAGES} p JOIN {Locale._meta.db_table} l"
            f" ON l.id = p.locale_id WHERE (p.translation_key = %(family)s OR p.path IN ({one_of}))"
            " AND p.id <> %(page)s ORDER BY p.id",
            values,
        )
    )
    for one in found:
        one.locale = Locale.from_db(one._state.db, ["id", "language_code"], [one.locale_id, one._language])
    return found


def pages_naming(model: Any, field: str, keys: Iterable[UUID]) -> dict[int, UUID]:
    """The pages of ``model`` whose ``field`` names a snippet of these translation keys, and which. One query."""
    named = model._meta.get_field(field)
    key = named.related_model._meta.get_field("translation_key")
    values = {f"key{number}": key.get_db_prep_value(one, connection) for number, one in enumerate(keys)}
    statement = (
        f"SELECT m.{model._meta.pk.column}, s.translation_key FROM {model._meta.db_table} m"
        f" JOIN {named.related_model._meta.db_table} s ON s.id = m.{named.column}"
        f" WHERE s.translation_key IN ({', '.join(f'%({name})s' for name in values)})"
    )
    return {pk: UUID(str(found)) for pk, found in run(statement, values)}
