"""Where sources are cited: published content by Wagtail's reference index, drafts by their latest revision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import ReferenceIndex, Revision

from .marks import LINK_TYPE
from .models import Source
from .revisions import marks_in


@dataclass(frozen=True)
class Use:
    """One page or snippet that cites a source; ``is_draft`` when only its unpublished changes do."""

    object: Any
    is_draft: bool = False

    def __str__(self) -> str:
        return str(self.object)


def uses_of(source: Source) -> list[Use]:
    """Every page and snippet that refers to ``source``, drafts last."""
    published = [Use(found) for found in _referring(source)]
    seen = {(type(use.object)._meta.model_name, use.object.pk) for use in published}
    drafts = [Use(page, is_draft=True) for page in drafts_citing({source.pk})]
    return published + [use for use in drafts if (type(use.object)._meta.model_name, use.object.pk) not in seen]


def _referring(source: Source) -> Iterator[Any]:
    for found, _references in ReferenceIndex.get_references_to(source).group_by_source_object():
        yield getattr(found, "specific", found)


def drafts_citing(source_ids: set[int]) -> Iterator[Any]:
    """Pages whose unpublished changes cite one of the sources."""
    for revision in latest_drafts():
        if source_ids & {mark.source_id for mark in marks_in(revision.content)}:
            yield revision.content_object


def latest_drafts() -> QuerySet[Revision]:
    """The latest revisions of pages with unpublished changes, if they cite anything."""
    page_model = swapper.load_model("wagtailcore", "Page")
    changed = page_model.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    return Revision.objects.filter(pk__in=changed.values("latest_revision"), content__icontains=LINK_TYPE)


def citing_counts(sources: Iterable[Source]) -> dict[int, int]:
    """How many published pages and snippets cite each source, by its primary key, in one query."""
    keys = {str(source.pk): source.pk for source in sources}
    rows = (
        ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(Source), to_object_id__in=keys)
        .values_list("to_object_id", "base_content_type", "object_id")
        .distinct()
    )
    counts = dict.fromkeys(keys.values(), 0)
    for key, _content_type, _object_id in rows:
        counts[keys[key]] += 1
    return counts
