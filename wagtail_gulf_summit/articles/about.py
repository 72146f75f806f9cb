"""The public pages of people and topics."""

from collections.abc import Iterable
from typing import Any

from wagtail_gulf_summit.people.public import on_site_of, readable
from wagtail_gulf_summit.statements.pages import pages_naming

from .kinds import page_types

#: The kinds of page that are about a snippet, and the field that names it.
ABOUT = {"person_page": "person", "topic_page": "topic"}


def pages_about(kind: str, snippets: Iterable[Any], page: Any) -> dict[Any, Any]:
    """The pages of ``kind`` that readers of ``page`` may see, by the translation key of what they are about.

    In the language and on the site of ``page``; the first of a kind where there are several.
    """
    field = ABOUT[kind]
    keys = {snippet.translation_key for snippet in snippets if snippet is not None}
    found: dict[Any, Any] = {}
    for model in page_types(kind) if keys else ():
        keys_by_pk = pages_naming(model, field, keys)
        if not keys_by_pk:  # most people and topics have none
            continue
        pages = model.objects.filter(on_site_of(page), pk__in=keys_by_pk, locale_id=page.locale_id)
        for one in readable(pages).order_by("path"):
            found.setdefault(keys_by_pk[one.pk], one)
    return found
