"""Merging sources that are one and the same."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from .models import MergedSource, Source
from .rewriting import change_instance, replacing
from .saving import save_changed
from .usage import uses_of

MERGE = "gulf_summit_citations.merge"

#: What the kept source takes over from a merged one where it has nothing itself.
FILLED = (
    "authors", "publisher", "container_title", "volume", "issue", "pages", "place", "year", "published_on", "edition",
    "edition_number", "url", "archive_url", "accessed", "doi", "isbn", "language", "note",
)  # fmt: skip


@transaction.atomic
def merge_sources(keep: Source, others: Iterable[Source], user: Any = None) -> list[Any]:
    """Put ``keep`` in the place of ``others``, and delete them.

    Every page and snippet that cites one gets a single new revision, which is
    published if the page was published without unpublished changes; a page
    with such changes keeps them as a draft. Old revisions, which still name the
    merged sources, go on showing ``keep``. A record in a language that ``keep``
    lacks is not deleted: it becomes the translation of ``keep``. Returns the
    changed objects.
    """
    replacements = _replacements(keep, [other for other in others if other.pk != keep.pk])
    merged = {source.pk: source for source in Source.objects.filter(pk__in=replacements)}
    titles = [{"id": key, "title": str(source)} for key, source in merged.items()]
    changed = _rewrite_uses(list(merged.values()), replacements, user)
    for old, new in replacements.items():
        MergedSource.objects.filter(source_id=old).update(source_id=new)
        MergedSource.objects.create(old_id=old, source_id=new)
        _fill(keep if new == keep.pk else Source.objects.get(pk=new), merged[old])
        merged[old].delete()
    data = {"merged": titles, "changed": [str(one) for one in changed]}
    log(keep, MERGE, user=user, data=data, content_changed=True)
    return changed


def _replacements(keep: Source, others: list[Source]) -> dict[int, int]:
    """For each record to be deleted the one that replaces it; records in further languages join ``keep``."""
    kept = {record.locale_id: record.pk for record in keep.get_translations(inclusive=True)}
    replacements: dict[int, int] = {}
    for other in others:
        for record in other.get_translations(inclusive=True):
            if record.locale_id in kept:
                replacements[record.pk] = kept[record.locale_id]
            else:
                record.translation_key = keep.translation_key
                record.save()
                kept[record.locale_id] = record.pk
    return replacements


def _rewrite_uses(merged: list[Source], replacements: dict[int, int], user: Any) -> list[Any]:
    found: dict[tuple[str, Any], Any] = {}
    for source in merged:
        for use in uses_of(source):
            found.setdefault((use.object._meta.label, use.object.pk), use.object)
    change = replacing(replacements)
    return [
        one
        for one in found.values()
        if save_changed(one, lambda state: change_instance(state, change), user=user, action=MERGE)
    ]


def _fill(keep: Source, merged: Source) -> None:
    for name in FILLED:
        if not getattr(keep, name) and getattr(merged, name):
            setattr(keep, name, getattr(merged, name))
    keep.save()
