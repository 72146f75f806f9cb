"""Where documents belong when something has changed: to which site, sections and language, and what they name.

Lists ask for these, so they are put right at once, while the documents
themselves are computed later.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Site

from wagtail_gulf_summit.articles.kinds import page_types

from ..builders.pages import Page
from ..kinds import PERSON, SOURCE
from ..models import DocumentKey, StoredDocument
from ..roots import all_sites
from .named import ABOVE, name_of

BATCH = 500


def place(documents: Q) -> None:
    """Write the site and the section keys of these documents of pages anew."""
    stored = StoredDocument.objects.filter(documents, page__isnull=False)
    rows = stored.values_list("pk", "kind", "sort", "object_id", "page__path", "page__url_path").order_by("pk")
    roots = _roots()
    sections = _section_paths()
    found: Iterator[Any] = rows.iterator(chunk_size=BATCH)
    while batch := list(islice(found, BATCH)):
        with transaction.atomic():
            _place(batch, roots, sections)


def name_translations(instances: Iterable[Any]) -> None:
    """Documents that name another language's record of these name the one in their own, which they show from now on.

    Inside a transaction in which those documents are locked.
    """
    for one in instances:
        name = name_of(one)
        if name is None or name in ABOVE or not one.live:
            continue
        model = Page if isinstance(one, Page) else type(one)
        family = model._default_manager.filter(translation_key=one.translation_key).exclude(pk=one.pk)
        others = list(family.order_by().values_list("pk", flat=True))
        if not others:
            continue
        keys = DocumentKey.objects.filter(name=name, document__lang=one.locale.language_code)
        named = set(keys.filter(value=one.pk).values_list("document_id", flat=True))
        rows = set(keys.filter(value__in=others).values_list("document_id", "kind", "sort", "object_id"))
        DocumentKey.objects.bulk_create(
            DocumentKey(document_id=pk, name=name, value=one.pk, kind=kind, sort=sort, object_id=object_id)
            for pk, kind, sort, object_id in sorted(rows)
            if pk not in named
        )


def rename_language(locale: Any) -> None:
    """A locale has another code: its documents are in the language of that name."""
    StoredDocument.objects.filter(page__locale=locale).update(lang=locale.language_code)
    for kind in (PERSON, SOURCE):
        objects = kind.model._default_manager.filter(locale=locale).order_by()
        written = StoredDocument.objects.filter(kind=kind.name, object_id__in=objects.values("pk"))
        written.update(lang=locale.language_code)


def _place(batch: list[Any], roots: list[tuple[str, int]], sections: dict[str, int]) -> None:
    by_root: dict[int | None, list[int]] = {}
    keys = []
    for pk, kind, sort, object_id, path, url_path in batch:
        root_id = next((root_id for prefix, root_id in roots if url_path.startswith(prefix)), None)
        by_root.setdefault(root_id, []).append(pk)
        for end in range(len(path) - Page.steplen, 0, -Page.steplen):
            if path[:end] in sections:
                keys.append(
                    DocumentKey(
                        document_id=pk,
                        name="section",
                        value=sections[path[:end]],
                        kind=kind,
                        sort=sort,
                        object_id=object_id,
                    )
                )
    for root_id, pks in by_root.items():
        StoredDocument.objects.filter(pk__in=pks).update(root_id=root_id)
    DocumentKey.objects.filter(name="section", document_id__in=[row[0] for row in batch]).delete()
    DocumentKey.objects.bulk_create(keys)


def _roots() -> list[tuple[str, int]]:
    """``(url path, id of the root page that stands for the site)`` of every tree, as Wagtail orders them."""
    sites = all_sites()
    return [(root.root_path, sites[root.site_id].shared_root_id) for root in Site.get_site_root_paths()]


def _section_paths() -> dict[str, int]:
    """Tree paths of all sections, with their ids."""
    found: dict[str, int] = {}
    for model in page_types("section"):
        sections: QuerySet[Any] = model._default_manager.order_by()
        found.update(sections.values_list("path", "pk"))
    return found
