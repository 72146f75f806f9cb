"""What a change makes out of date, and what is computed again because of it.

Rows are locked in the order of their keys, so that two editors never wait for
each other.
"""

import json
import logging
from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import F, Q
from wagtail.fields import StreamField

from wagtail_gulf_summit.articles.kinds import page_types
from wagtail_gulf_summit.scope import PageScope, page_scope, take_kept

from ..builders.pages import Page, other_languages
from ..kinds import PERSON, SOURCE, Kind, build, kind_of, load_instance
from ..models import StoredDocument
from .dependents import NOBODY, any_of, documents_showing, named_in_keys, referring_to, referring_to_ids
from .keys import SNIPPETS_IN_KEYS
from .later import index_references, refresh_later, tell_later
from .placing import name_translations
from .write import face_of, has_document, keep, row_of

logger = logging.getLogger("wagtail_gulf_summit.delivery")


def page_changed(page: Any, row: StoredDocument | None = None) -> None:
    """Compute the document of a live page, and mark what shows the page if it now looks different there.

    ``row`` is its row as it was before the page changed.
    A document that cannot be computed is logged and left out of date; publishing goes on.
    """
    kind = kind_of(page)
    if kind is None:
        return
    if not has_document(kind, page):
        page_gone(page)
        return
    try:
        # In a transaction of its own, if it can be: who changes what the page shows finds the page from then on.
        index_references(page)
        with transaction.atomic():
            _publish(page, kind, row)
    except Exception:
        logger.exception("The document of page %s could not be computed", page.pk)
        # Nobody knows what would look different.
        mark(shown_by(page) | Q(kind=kind.name, object_id=page.pk))


def _publish(page: Any, kind: Kind, row: StoredDocument | None) -> None:
    kept = take_kept(page)
    if row is None or row.kind != kind.name:
        row = row_of(kind, page.pk)
        row.face = ""  # if it has one, a reader had it computed meanwhile, and nobody was told
    # An alias has no revision to tell a newer version by.
    page = _as_saved(page) if page.live_revision_id else load_instance(kind, page.pk)
    # What is read here is read once.
    with page_scope(page, PageScope(page, _named_before(kept, row.named))):
        other_languages(page)
        built = build(page)
        others = shown_by(page) if face_of(page, built) != row.face else NOBODY
        # The page's own row alone needs no lock beforehand: it is written if it still has its version.
        locked = dict(_locked(others | Q(pk=row.pk))) if others != NOBODY else {row.pk: row.version}
        current = locked.get(row.pk) == row.version and keep(row, page, built, version=row.version + 1)
    if not current:
        # Somebody wrote between the reading and the lock. Nobody can now, or once it is locked.
        if others == NOBODY:
            locked = dict(_locked(shown_by(page) | Q(pk=row.pk)))
        row = row_of(kind, page.pk)
        page = load_instance(kind, page.pk)
        keep(row, page, build(page), version=row.version + 1)
    tell_later([(row.kind, page.pk)])
    _mark([pk for pk in locked if pk != row.pk])
    if others != NOBODY:
        name_translations([page])


def _named_before(kept: dict[Any, Any], named: Collection[tuple[str, int]]) -> dict[Any, Any]:
    """What was loaded since a row was read with the keys ``named``, as far as it need not be loaded again.

    Whoever changes what the keys name finds the row by them, and its version is
    another then. What the page names for the first time leads nobody to it yet.
    """
    return {
        place: {pk: one for pk, one in kept[place].items() if (name, pk) in named}
        for name, model in SNIPPETS_IN_KEYS.items()
        if (place := ("loaded", model)) in kept
    }


def _as_saved(page: Any) -> Any:
    """The page with the values that were saved, and nothing that it has loaded of other objects.

    To save a page is to load them: before the row's version was read, and
    somebody may have changed them since.
    """
    fields = page._meta.concrete_fields
    values = [_as_stored(field, getattr(page, field.attname)) for field in fields]
    return type(page).from_db(page._state.db, [field.attname for field in fields], values)


def _as_stored(field: Any, value: Any) -> Any:
    if not isinstance(field, StreamField):
        return value
    raw = field.get_prep_value(value)
    return raw if isinstance(raw, str) else json.dumps(raw, cls=DjangoJSONEncoder)


def page_gone(page: Any) -> None:
    """Drop the document of a page that readers may no longer see, and mark what showed it."""
    mark(shown_by(page) | Q(page_id=page.pk))
    gone = StoredDocument.objects.filter(page_id=page.pk)
    tell_later(gone.values_list("kind", "object_id"))
    gone.delete()


def snippet_changed(instances: Iterable[Any]) -> None:
    """Mark every document that shows a person, a source, a topic, an image or any other snippet."""
    instances = list(instances)
    for one in instances:
        index_references(one)
        kind = kind_of(one)
        if kind in (PERSON, SOURCE):
            row_of(kind, one.pk)
    with transaction.atomic():
        mark(documents_showing(instances))
        name_translations(instances)


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
    others = [one.pk for one in other_languages(page)]
    people = people_of([page])
    return any_of(
        Q(page_id__in=others) if others else NOBODY,
        referring_to_ids([page.pk, *others]),
        named_in_keys([page]),
        documents_showing(people) if people else NOBODY,
        documents_of_tree(page.path) if page.numchild else NOBODY,
    )


def documents_of_tree(path: str) -> Q:
    """The documents of the pages at and below ``path``, of their translations, and of what refers to any of them."""
    pages = Page.objects.filter(path__startswith=path).order_by()
    people = people_of(Page.objects.filter(path__startswith=path, content_type__in=_person_page_types()).specific())
    return any_of(
        documents_showing(people) if people else NOBODY,
        Q(page__path__startswith=path),
        Q(page__translation_key__in=pages.values("translation_key")),
        referring_to(pages),
    )


def people_of(pages: Iterable[Any]) -> list[Any]:
    """Whom the person pages among ``pages`` are about: stories tell search engines the address of their authors."""
    about = [page for page in pages if getattr(page.specific_class, "page_kind", "") == "person_page"]
    return [page.specific.person for page in about]


def _person_page_types() -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*page_types("person_page")).values())


def _locked(documents: Q) -> list[tuple[int, int]]:
    """``(pk, version)`` of the rows, locked until the transaction ends."""
    rows = StoredDocument.objects.filter(documents).order_by("pk")
    if connection.features.has_select_for_update_of:
        rows = rows.select_for_update(of=("self",))
    elif connection.features.has_select_for_update:
        # What is joined, the pages, would be locked as well.
        found = list(rows.values_list("pk", flat=True))
        rows = StoredDocument.objects.filter(pk__in=found).order_by("pk").select_for_update()
    return list(rows.values_list("pk", "version"))


def _mark(pks: list[int]) -> None:
    if pks:
        StoredDocument.objects.filter(pk__in=pks).update(stale=True, version=F("version") + 1)
        refresh_later(pks)
