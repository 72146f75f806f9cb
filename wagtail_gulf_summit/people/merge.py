"""Making one person of two: whatever refers to the one refers to the other afterwards.

Each page or snippet that is changed gets one revision; what was live is published
again and what was a draft stays one.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, ReferenceIndex, RevisionMixin

from .models import Affiliation, Person, Quote
from .rewrite import replace_in_instance

LOG_ACTION = "gulf_summit.merge_person"


class CannotMerge(Exception):
    """The two cannot be made one; ``str()`` says why."""


@transaction.atomic
def merge_people(duplicate: Person, into: Person, user: Any = None) -> list[Any]:
    """Merge ``duplicate`` and its translations into ``into`` and delete them; the objects rewritten.

    ``into`` takes over what it lacks: photo, biography, links, roles, user account.
    Both must be in one language. Raises ``CannotMerge``.
    """
    if duplicate.pk == into.pk:
        raise CannotMerge(_("A person cannot be merged with themselves."))
    if duplicate.locale_id != into.locale_id:
        raise CannotMerge(_("Choose a person in the same language."))
    rewritten: list[Any] = []
    for one in [duplicate, *Person.objects.filter(translation_key=duplicate.translation_key).exclude(pk=duplicate.pk)]:
        target = Person.objects.filter(translation_key=into.translation_key, locale_id=one.locale_id).first()
        if target is None:
            _adopt(one, into)
        else:
            rewritten += _merge_one(one, target, user)
    return rewritten


def _adopt(translation: Person, into: Person) -> None:
    """A language that ``into`` lacks keeps its person, as a translation of ``into``."""
    translation.translation_key = into.translation_key
    translation.save()
    Quote.objects.filter(person=translation).update(person_key=into.translation_key)


def _merge_one(duplicate: Person, into: Person, user: Any) -> list[Any]:
    rewritten = []
    for instance in list(_referring(duplicate)):
        if _rewrite(instance, duplicate, into, user):
            rewritten.append(instance)
    _take_over(duplicate, into, user)
    log(
        into,
        LOG_ACTION,
        user=user,
        data={"name": duplicate.name, "id": duplicate.pk, "rewritten": [str(instance) for instance in rewritten]},
    )
    duplicate.delete()
    return rewritten


def _referring(person: Person) -> Iterator[Any]:
    """What refers to ``person`` in the database, and what does in a draft only."""
    seen = set()
    for instance, _references in ReferenceIndex.get_references_to(person).group_by_source_object():
        instance = getattr(instance, "specific", instance)
        if instance == person or isinstance(instance, Affiliation):
            continue
        seen.add((instance._meta.label, instance.pk))
        yield instance
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and model is not Person and ReferenceIndex.model_is_indexable(model):
            for instance in model._default_manager.filter(has_unpublished_changes=True):
                instance = getattr(instance, "specific", instance)
                if (instance._meta.label, instance.pk) not in seen:
                    seen.add((instance._meta.label, instance.pk))
                    yield instance


def _rewrite(instance: Any, duplicate: Person, into: Person, user: Any) -> bool:
    if getattr(instance, "alias_of_id", None):
        return False  # Publishing the original rewrites its aliases.
    if not isinstance(instance, RevisionMixin):
        changed = replace_in_instance(instance, duplicate, into)
        if changed:
            instance.save()
        return changed
    draft = instance.latest_revision.as_object() if _has_draft(instance) else None
    changed = replace_in_instance(instance, duplicate, into)
    if changed:
        # A draft is a new revision of its own below; until it is published, readers see this.
        instance.save()
        if draft is None:
            revision = instance.save_revision(user=user, log_action=True, clean=False)
            if getattr(instance, "live", False):
                revision.publish(user=user)
    if draft is not None and replace_in_instance(draft, duplicate, into):
        draft.save_revision(user=user, log_action=True, clean=False)
        changed = True
    _rewrite_scheduled(instance, duplicate, into)
    return changed


def _has_draft(instance: Any) -> bool:
    return bool(getattr(instance, "has_unpublished_changes", False) and instance.latest_revision_id)


def _rewrite_scheduled(instance: Any, duplicate: Person, into: Person) -> None:
    for revision in instance.revisions.filter(approved_go_live_at__isnull=False):
        waiting = revision.as_object()
        if replace_in_instance(waiting, duplicate, into):
            revision.content = waiting.serializable_data()
            revision.save(update_fields=["content"])


def _take_over(duplicate: Person, into: Person, user: Any) -> None:
    if _has_draft(into):
        draft = into.latest_revision.as_object()
        _fill(into, duplicate)
        into.save()
        _fill(draft, duplicate)
        draft.save_revision(user=user, log_action=True, clean=False)
        return
    _fill(into, duplicate)
    live = into.live
    revision = into.save_revision(user=user, log_action=True, clean=False)
    if live:
        revision.publish(user=user)


def _fill(into: Person, duplicate: Person) -> None:
    """What ``into`` lacks, from ``duplicate``."""
    for name in ("photo", "bio", "user", "given_name", "family_name"):
        if not getattr(into, name) and getattr(duplicate, name):
            setattr(into, name, getattr(duplicate, name))
    known = set(into.same_as)
    for child in duplicate.links:
        if child.value["url"] not in known:
            into.links.append((child.block_type, child.value))
    held = list(into.affiliations.all())
    roles = {_role(affiliation) for affiliation in held}
    last = max((affiliation.sort_order or 0 for affiliation in held), default=-1)
    for place, affiliation in enumerate(duplicate.affiliations.all(), last + 1):
        if _role(affiliation) not in roles:
            role, organisation_id, valid_from, valid_until = _role(affiliation)
            into.affiliations.add(
                Affiliation(
                    role=role,
                    organisation_id=organisation_id,
                    valid_from=valid_from,
                    valid_until=valid_until,
                    locale_id=into.locale_id,
                    sort_order=place,
                )
            )


def _role(affiliation: Affiliation) -> tuple[Any, ...]:
    return (affiliation.role, affiliation.organisation_id, affiliation.valid_from, affiliation.valid_until)
