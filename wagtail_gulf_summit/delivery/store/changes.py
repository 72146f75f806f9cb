"""What a change makes out of date, and what is computed again because of it.

Rows are locked in the order of their keys, so that two editors never wait for
each other.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F, Q

from wagtail_gulf_summit.articles.kinds import page_types

from ..builders.pages import Page
from ..kinds import PERSON, SOURCE, build, kind_of, load_instance
from ..models import StoredDocument
from .dependents import documents_showing, pages_referring_to
from .later import refresh_later, tell_later
from .write import face_of, has_document, keep, row_of

logger = logging.getLogger("wagtail_gulf_summit.delivery")


def page_changed(page: Any) -> None:
    """Compute the document of a live page, and mark what shows the page if it now looks different there.

    A document that cannot be computed is logged and left out of date; publishing goes on.
    """
    kind = kind_of(page)
    if kind is None:
        return
    if not has_document(kind, page):
        page_gone(page)
        return
    try:
        with transaction.atomic():
            _publish(page)
    except Exception:
        logger.exception("The document of page %s could not be computed", page.pk)
        mark(Q(kind=kind.name, object_id=page.pk))


def _publish(page: Any) -> None:
    kind = kind_of(page)
    row = row_of(kind, page.pk)  # type: ignore[arg-type]
    built = build(page)
    others = Q(pk__in=[])
    if face_of(page, built) != row.face:
        others = shown_by(page)
    locked = dict(_locked(others | Q(pk=row.pk)))
    if locked.get(row.pk) != row.version:
        # Somebody wrote between the reading and the lock. Nobody can now.
        row = row_of(kind, page.pk)  # type: ignore[arg-type]
        page = load_instance(kind, page.pk)  # type: ignore[arg-type]
        built = build(page)
    keep(row, page, built, version=row.version + 1)
    tell_later([(row.kind, page.pk)])
    _mark([pk for pk in locked if pk != row.pk])


def page_gone(page: Any) -> None:
    """Drop the document of a page that readers may no longer see, and mark what showed it."""
    mark(shown_by(page))
    gone = StoredDocument.objects.filter(page_id=page.pk)
    tell_later(gone.values_list("kind", "object_id"))
    gone.delete()


def snippet_changed(instances: Iterable[Any]) -> None:
    """Mark every document that shows a person, a source, a topic, an image or any other snippet."""
    instances = list(instances)
    for one in instances:
        kind = kind_of(one)
        if kind in (PERSON, SOURCE):
            row_of(kind, one.pk)
    mark(documents_showing(instances))


def tree_changed(path: str) -> None:
    """Mark the documents of all pages at and below a path in the tree, and all that show those pages."""
    mark(documents_of_tree(path))


def everything_changed() -> None:
    """Mark every document."""
    StoredDocument.objects.update(stale=True, version=F("version") + 1)
    tell_later(None)


def mark(documents: Q) -> None:
    """Mark documents as out of date, and have them computed again after the commit."""
    with transaction.atomic():
        _mark([pk for pk, _version in _locked(documents)])


def shown_by(page: Any) -> Q:
    """The documents that show ``page``: of its translations, of what refers to it, and of the pages below it."""
    family = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    # Ids, not joins: an index finds them among any number of documents.
    showing = Q(page_id__in=list(family.values_list("pk", flat=True))) | documents_showing([page, *people_of([page])])
    return showing | documents_of_tree(page.path) if page.numchild else showing


def documents_of_tree(path: str) -> Q:
    """The documents of the pages at and below ``path``, of their translations, and of what refers to any of them."""
    pages = Page.objects.filter(path__startswith=path).order_by()
    people = people_of(Page.objects.filter(path__startswith=path, content_type__in=_person_page_types()).specific())
    return (
        (documents_showing(people) if people else Q(pk__in=[]))
        | Q(page__path__startswith=path)
        | Q(page__translation_key__in=pages.values("translation_key"))
        | Q(page_id__in=pages_referring_to(pages))
    )


def people_of(pages: Iterable[Any]) -> list[Any]:
    """Whom the person pages among ``pages`` are about: stories tell search engines the address of their authors."""
    about = [page for page in pages if getattr(page.specific_class, "page_kind", "") == "person_page"]
    return [page.specific.person for page in about]


def _person_page_types() -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*page_types("person_page")).values())


def _locked(documents: Q) -> list[tuple[int, int]]:
    """``(pk, version)`` of the rows, locked until the transaction ends."""
    found = StoredDocument.objects.filter(documents).values_list("pk", flat=True)
    rows = StoredDocument.objects.filter(pk__in=sorted(set(found))).order_by("pk")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update()
    return list(rows.values_list("pk", "version"))


def _mark(pks: list[int]) -> None:
    if pks:
        StoredDocument.objects.filter(pk__in=pks).update(stale=True, version=F("version") + 1)
        refresh_later(pks)
