"""Which documents show something: found by Wagtail's reference index, and by the keys of the documents themselves."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ReferenceIndex, TranslatableMixin

from wagtail_gulf_summit.people.models import Organisation

from ..builders.pages import Page
from ..kinds import PERSON, SOURCE
from ..models import DocumentKey
from .keys import PAGES_IN_KEYS, agency_key

#: An image is on an organisation, which a person works for, who wrote a source, which a page cites.
LONGEST_CHAIN = 5

NOBODY = Q(pk__in=[])


def documents_showing(instances: Iterable[Any]) -> Q:
    """The stored documents that show any of ``instances``, themselves included, as a filter on ``StoredDocument``.

    Follows references from snippet to snippet, and from the pages reached to
    the pages that show a card of those. A translation of a snippet counts as
    the snippet: pages show the one in their own language.
    """
    seen, pages = _closure(instances)
    parts = [Q(page_id__in=pages), referring_to(Page.objects.filter(pk__in=pages))] if pages else []
    for kind in (PERSON, SOURCE):
        ids = [one.pk for one in seen if isinstance(one, kind.model)]
        if ids:
            parts.append(Q(kind=kind.name, object_id__in=ids))
    return any_of(*parts, named_in_keys(seen))


def any_of(*documents: Q) -> Q:
    """The documents of any of these; ``NOBODY`` if there are none."""
    parts = [one for one in documents if one != NOBODY]
    return reduce(or_, parts) if parts else NOBODY


def _closure(instances: Iterable[Any]) -> tuple[set[Any], set[int]]:
    """The snippets and images that show any of ``instances``, and the ids of the pages that show those."""
    seen: set[Any] = set()
    pages: set[int] = set()
    frontier = _with_translations(instances)
    for _step in range(LONGEST_CHAIN):
        frontier -= seen
        if not frontier:
            break
        seen |= frontier
        pages |= {one.pk for one in frontier if isinstance(one, Page)}
        found, more = _referring_to([one for one in frontier if not isinstance(one, Page)])
        pages |= found
        frontier = _with_translations(more)
    return seen, pages


def _with_translations(instances: Iterable[Any]) -> set[Any]:
    """``instances`` and, of snippets, all their translations."""
    found = set(instances)
    families = defaultdict(set)
    for one in found:
        if isinstance(one, TranslatableMixin) and not isinstance(one, Page):
            families[type(one)].add(one.translation_key)
    for model, keys in families.items():
        found |= set(model._default_manager.filter(translation_key__in=keys))
    return found


def _referring_to(instances: list[Any]) -> tuple[set[int], list[Any]]:
    """The ids of pages, and other objects, that refer to any of ``instances``."""
    if not instances:
        return set(), []
    by_type: dict[int, set[str]] = defaultdict(set)
    references = ReferenceIndex.get_references_to_in_bulk(instances).order_by()
    for type_id, object_id in references.values_list("base_content_type_id", "object_id").distinct():
        by_type[type_id].add(object_id)
    pages: set[int] = set()
    others: list[Any] = []
    for type_id, object_ids in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is None:
            continue
        if issubclass(model, Page):
            pages |= {int(object_id) for object_id in object_ids}
        else:
            others += model._default_manager.filter(pk__in=object_ids)
    return pages, others


def referring_to(pages: QuerySet[Any]) -> Q:
    """The documents that refer to any of ``pages`` or of their translations: each shows the one in its language."""
    families = pages.order_by().values("translation_key")
    return referring_to_ids(Page.objects.filter(translation_key__in=families).values_list("pk", flat=True))


def referring_to_ids(pks: Iterable[int]) -> Q:
    """The documents of pages, people and sources that refer to any page of these ids."""
    page_type = ContentType.objects.get_for_model(Page)
    kinds = {ContentType.objects.get_for_model(kind.model).pk: kind for kind in (PERSON, SOURCE)}
    references = ReferenceIndex.objects.filter(
        base_content_type__in=[page_type.pk, *kinds],
        to_content_type=page_type,
        to_object_id__in=[str(pk) for pk in pks],
    )
    # Ids, not joins: an index finds them among any number of documents.
    by_type: dict[int, set[int]] = defaultdict(set)
    for type_id, object_id in references.values_list("base_content_type_id", "object_id"):
        by_type[type_id].add(int(object_id))
    pages = by_type.pop(page_type.pk, None)
    parts = [Q(kind=kinds[type_id].name, object_id__in=ids) for type_id, ids in by_type.items()]
    return any_of(*parts, Q(page_id__in=pages) if pages else NOBODY)


def naming_agency(name: str) -> Q:
    """Articles whose dateline names an agency so."""
    keys = DocumentKey.objects.filter(name="agency", value=agency_key(name))
    return Q(pk__in=list(keys.values_list("document_id", flat=True)))


def named_in_keys(instances: Iterable[Any]) -> Q:
    """Documents whose own keys name one of ``instances``: right even before the reference index has caught up."""
    named = NOBODY
    for one in instances:
        if not isinstance(one, Page):
            named |= Q(name=one._meta.model_name, value=one.pk)
            if isinstance(one, Organisation):
                named |= Q(name="agency", value=agency_key(one.name))
        elif getattr(one, "page_kind", "") in PAGES_IN_KEYS:
            named |= Q(name=one.page_kind, value=one.pk)
    if named == NOBODY:
        return NOBODY
    return Q(pk__in=list(DocumentKey.objects.filter(named).values_list("document_id", flat=True)))
