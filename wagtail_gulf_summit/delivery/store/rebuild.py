"""Computing every document that should be there: after installation, an import of content, or a restored backup."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone

from wagtail_gulf_summit.articles.kinds import page_types

from ..builders.pages import Page
from ..kinds import KINDS, PAGE, PERSON, SOURCE, Kind
from ..models import StoredDocument
from .clock import to_micros
from .keys import times_of
from .placing import place
from .schema import schema_version
from .write import refresh_quietly

BATCH = 500


def sow(pages: Q | None = None) -> int:
    """Give everything published that has no document a row, to be computed when it is read; how many got one.

    The row says where the document stands in lists, so that lists are whole at
    once. ``pages`` narrows it to some pages.
    """
    kinds = [kind for kind in KINDS.values() if kind.is_page or pages is None]
    found = (_without_document(kind).filter(pages or Q()) for kind in kinds)
    return sum(_sow(kind, batch) for kind, missing in zip(kinds, found, strict=True) for batch in _batches(missing))


def drop_orphans() -> int:
    """Delete the documents of what is gone or not published any more; how many there were."""
    gone = Q(pk__in=[])
    for kind in KINDS.values():
        gone |= Q(kind=kind.name) & ~Q(object_id__in=published(kind).values("pk"))
    found = list(StoredDocument.objects.filter(gone).values_list("pk", flat=True))
    StoredDocument.objects.filter(pk__in=found).delete()
    return len(found)


def out_of_date() -> QuerySet[StoredDocument]:
    """The rows that are not what a reader may be given as they are."""
    passed = Q(changes_at__lte=to_micros(timezone.now()))
    return StoredDocument.objects.filter(Q(stale=True) | ~Q(schema=schema_version()) | passed)


def refresh_all() -> Iterator[tuple[str, int, bool]]:
    """Compute everything that is out of date, in the order of the rows: yields ``(kind, id, whether it could be)``.

    Stopped and begun again, it goes on where it was.
    """
    last = 0
    while rows := list(
        out_of_date().filter(pk__gt=last).order_by("pk").values_list("pk", "kind", "object_id")[:BATCH]
    ):
        for pk, kind, object_id in rows:
            built = refresh_quietly(kind, object_id)
            last = pk
            yield kind, object_id, built is not None or not StoredDocument.objects.filter(pk=pk).exists()


def published(kind: Kind) -> QuerySet[Any]:
    """What should have a document of this kind, as far as a query can tell."""
    if not kind.is_page:
        return kind.model._default_manager.filter(live=True).order_by("pk")
    pages = Page.objects.filter(live=True, depth__gt=1).order_by("pk")
    if kind is PAGE:
        return pages.exclude(content_type__in=_types([one for one in KINDS if one not in (PERSON.name, SOURCE.name)]))
    return pages.filter(content_type__in=_types([kind.name]))


def _types(kinds: list[str]) -> list[ContentType]:
    models = [model for kind in kinds for model in page_types(kind) if issubclass(model, Page)]
    return list(ContentType.objects.get_for_models(*models, for_concrete_models=False).values())


def _without_document(kind: Kind) -> QuerySet[Any]:
    have = StoredDocument.objects.filter(kind=kind.name).values("object_id")
    return published(kind).select_related("locale").exclude(pk__in=have)


def _batches(found: QuerySet[Any]) -> Iterator[list[Any]]:
    objects = found.iterator(chunk_size=BATCH)
    while batch := list(islice(objects, BATCH)):
        yield batch


def _sow(kind: Kind, batch: list[Any]) -> int:
    instances = _specific(batch) if kind is KINDS["summit"] else batch
    rows = [
        StoredDocument(
            kind=kind.name,
            object_id=one.pk,
            page_id=one.pk if kind.is_page else None,
            lang=one.locale.language_code,
            slug=getattr(one, "slug", ""),
            **times_of(kind, one),
        )
        for one in instances
    ]
    StoredDocument.objects.bulk_create(rows, ignore_conflicts=True)
    if kind.is_page:
        place(Q(page_id__in=[one.pk for one in batch]))
    return len(batch)


def _specific(pages: list[Any]) -> list[Any]:
    return list(Page.objects.filter(pk__in=[page.pk for page in pages]).select_related("locale").specific())
