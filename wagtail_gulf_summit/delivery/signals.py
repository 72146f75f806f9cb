"""Every way in which what a document shows can change, and what is done about it."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model
from wagtail.images.models import AbstractRendition
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, post_page_move
from wagtail.snippets.models import get_snippet_models

from wagtail_gulf_summit.citations.models import LinkCheck
from wagtail_gulf_summit.comments.installed import comments_installed
from wagtail_gulf_summit.people.models import Organisation
from wagtail_gulf_summit.scope import keep_scope, take_kept

from .builders.pages import Page
from .kinds import PERSON, SOURCE, kind_of
from .models import StoredDocument
from .store import changes
from .store.dependents import naming_agency
from .store.placing import place, rename_language
from .store.rebuild import sow
from .store.write import row_before

#: What saving a draft writes; no document shows it.
DRAFT_FIELDS = frozenset(
    {
        "latest_revision", "latest_revision_id", "latest_revision_created_at", "draft_title",
        "has_unpublished_changes", "locked", "locked_at", "locked_by", "locked_by_id",
    }
)  # fmt: skip

LIVE_REVISION = Page._meta.get_field("live_revision")

Handler = Callable[[Any], None]


def connect() -> None:
    """Listen; called once, when all apps are ready."""
    pre_save.connect(on_saving, dispatch_uid="gulf_summit_documents_saving")
    post_save.connect(on_save, dispatch_uid="gulf_summit_documents_save")
    pre_delete.connect(on_delete, dispatch_uid="gulf_summit_documents_delete")
    post_delete.connect(on_deleted, dispatch_uid="gulf_summit_documents_deleted")
    page_published.connect(on_published, dispatch_uid="gulf_summit_documents_published")
    page_slug_changed.connect(on_moved, dispatch_uid="gulf_summit_documents_slug")
    post_page_move.connect(on_moved, dispatch_uid="gulf_summit_documents_move")
    if comments_installed():
        from wagtail_gulf_summit.comments.signals import comment_visibility_changed

        comment_visibility_changed.connect(on_comments, dispatch_uid="gulf_summit_documents_comments")


def on_saving(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Before something is saved: what nobody could tell afterwards."""
    if raw or _is_draft(**kwargs):
        return
    if issubclass(sender, Page):
        # Its row tells what others show of it, and a reader may have it computed the moment the page is saved.
        instance._stored_document = row_before(instance.pk) if instance.pk else None
        if instance._stored_document is not None:
            keep_scope(instance)
        if getattr(sender, "page_kind", "") == "person_page":
            instance._person_before = PERSON.model.objects.filter(pk__in=_stored(instance, "person_id")).first()
    elif issubclass(sender, Organisation):
        instance._name_before = next(iter(_stored(instance, "name")), "")


def _stored(instance: Any, field: str) -> list[Any]:
    return list(type(instance)._default_manager.filter(pk=instance.pk).values_list(field, flat=True))


def on_save(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    handler = handler_of(sender)
    if handler is not None and not raw and not _is_draft(**kwargs):
        handler(instance)


def _is_draft(update_fields: Any = None, **kwargs: Any) -> bool:
    return update_fields is not None and set(update_fields) <= DRAFT_FIELDS


def on_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Before deletion, while what refers to the object still does."""
    if sender is Page:
        changes.page_gone(instance)
    elif not issubclass(sender, Page) and (handler := handler_of(sender)) is not None:
        handler(instance)


def on_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    if sender in (PERSON.model, SOURCE.model):
        StoredDocument.objects.filter(kind=kind_of(instance).name, object_id=instance.pk).delete()  # type: ignore[union-attr]
    elif issubclass(sender, AbstractRendition):
        # Its file is gone, and documents name it.
        changes.snippet_changed(get_image_model().objects.filter(pk=instance.image_id))
    elif sender is PageViewRestriction:
        _restricted(instance)
    elif sender is Site:
        _sites_changed()


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    changes.page_changed(instance, vars(instance).pop("_stored_document", None))
    _tell_person_before(instance)


def on_moved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page, and all below it, have other addresses; perhaps another section, or another site."""
    Site.clear_site_root_paths_cache()  # the root page of a site may be among them
    changes.tree_changed(instance.path)
    place(Q(page__path__startswith=instance.path))
    # Pages that were in no site have no documents yet.
    sow(Q(path__startswith=instance.path))


def on_comments(sender: Any, page_id: int, **kwargs: Any) -> None:
    """The count of a page changed, and with joined translations those of its translations."""
    family = Page.objects.filter(pk=page_id).values("translation_key")
    changes.mark(Q(page__translation_key__in=family))


@cache
def handler_of(model: type[Any]) -> Handler | None:
    """What is done when an object of ``model`` was saved or is deleted; ``None`` for what no document shows."""
    if issubclass(model, Page):
        return _page_saved
    if model in {*get_snippet_models(), get_image_model(), get_document_model()}:
        return _shown_saved
    if model in OTHER_HANDLERS:
        return OTHER_HANDLERS[model]
    if _is_setting(model):
        return _everything
    parent = next((field for field in model._meta.get_fields() if isinstance(field, ParentalKey)), None)
    if parent is not None and handler_of(parent.related_model) is not None:
        name = parent.name
        return lambda child: _child_saved(child, name)
    return None


def _page_saved(page: Any) -> None:
    if not page.live:
        if StoredDocument.objects.filter(page_id=page.pk).exists():
            changes.page_gone(page)
        return
    row = page._stored_document
    # Wagtail is publishing: ``page_published`` follows, when children are saved too. It does not for a new alias, nor
    # where a program saves a page that was read before it was last published, with the revision it then had.
    shown = row.live_revision_id if row else None
    gives_revision = LIVE_REVISION.is_cached(page) and page.live_revision_id not in (None, shown)
    if page.alias_of_id is None and gives_revision:
        return
    take_kept(page)
    # As it is stored: the object that is being saved may hold children that are not yet.
    changes.page_changed(Page.objects.get(pk=page.pk).specific, row)
    _tell_person_before(page)


def _tell_person_before(page: Any) -> None:
    """Stories give the address of the page about their author, which may have been this one until now."""
    before = vars(page).pop("_person_before", None)
    if before is not None and before.pk != page.person_id:
        changes.snippet_changed([before])


def _shown_saved(instance: Any) -> None:
    changes.snippet_changed([instance])
    before = vars(instance).pop("_name_before", "")
    if before and before != instance.name:
        changes.mark(naming_agency(before))


def _child_saved(child: Any, parent_name: str) -> None:
    """A session, an affiliation or a publisher's own inline object: its parent has changed."""
    parent_id = getattr(child, f"{parent_name}_id")
    parent_model = child._meta.get_field(parent_name).related_model
    if issubclass(parent_model, Page):
        changes.mark(Q(page_id=parent_id))
    else:
        changes.snippet_changed(parent_model._default_manager.filter(pk=parent_id))


def _restricted(restriction: Any) -> None:
    changes.tree_changed(restriction.page.path)


def _site_saved(site: Any) -> None:
    _sites_changed()
    sow()


def _sites_changed() -> None:
    """Without new rows: a site may be going because its root page is, with all the pages below it."""
    Site.clear_site_root_paths_cache()
    changes.everything_changed()
    place(Q())


def _everything(instance: Any) -> None:
    changes.everything_changed()


def _locale_saved(locale: Any) -> None:
    changes.everything_changed()
    rename_language(locale)


def _embed_saved(embed: Any) -> None:
    changes.mark(Q(document__contains=json.dumps(embed.url, ensure_ascii=False)[1:-1]))


def _link_checked(check: Any) -> None:
    changes.snippet_changed([check.source])


def _is_setting(model: type[Any]) -> bool:
    if not apps.is_installed("wagtail.contrib.settings"):
        return False
    from wagtail.contrib.settings.models import AbstractSetting

    return issubclass(model, AbstractSetting)


OTHER_HANDLERS: dict[type[Any], Handler] = {
    PageViewRestriction: _restricted,
    Site: _site_saved,
    Locale: _locale_saved,
    Embed: _embed_saved,
    LinkCheck: _link_checked,
}
