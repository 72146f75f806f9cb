"""Snippets with all that shows them, in a number of queries that does not grow.

Choosers, indexes and lists load people and organisations here. Each arrives with
its translations, so that a page shows the one in its own language without
another query.
"""

import copy
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import SimpleLazyObject

from wagtail_gulf_summit.scope import current_scope

#: What the display of each model reads, by label; other rooms may add to it.
DISPLAY_PREFETCH: dict[str, tuple[str, ...]] = {
    "gulf_summit_people.Person": ("affiliations", "photo__renditions"),
}


def load(model: type[Any], pks: Iterable[Any]) -> dict[Any, Any]:
    """The instances of a translatable ``model`` with these keys, by key; unknown keys are left out.

    While a page is being shown, each is read once.
    """
    scope = current_scope()
    kept: dict[Any, Any] = scope.cache.setdefault(("loaded", model), {}) if scope else {}
    wanted = {pk for pk in pks if pk is not None}
    missing = wanted - kept.keys()
    if missing:
        keys = model.objects.filter(pk__in=missing).values("translation_key")
        kept.update(attach_translations(display_queryset(model).filter(translation_key__in=keys), missing))
    return {pk: copy.copy(kept[pk]) for pk in wanted if pk in kept}


def display_queryset(model: type[Any]) -> QuerySet[Any]:
    """All of ``model``, with what its display reads prefetched; pages in their own types."""
    queryset = model.objects.all()
    if hasattr(queryset, "specific"):
        return queryset.specific()
    return queryset.prefetch_related(*DISPLAY_PREFETCH.get(model._meta.label, ()))


def attach_translations(instances: Iterable[Any], pks: set[Any] | None = None) -> dict[Any, Any]:
    """``instances`` by key, each knowing its translations among them; only ``pks`` if given.

    The organisations of people are given their translations too.
    """
    instances = list(instances)
    families: dict[Any, dict[int, Any]] = {}
    for instance in instances:
        families.setdefault(instance.translation_key, {})[instance.locale_id] = instance
    for instance in instances:
        instance._in_locales = families[instance.translation_key]
    _attach_organisations(instances)
    return {instance.pk: instance for instance in instances if pks is None or instance.pk in pks}


def _attach_organisations(people: list[Any]) -> None:
    """Translations are read, for all at once, when the first is asked for: mostly organisation and page agree."""
    organisations = [
        affiliation.organisation
        for person in people
        if person._meta.label == "gulf_summit_people.Person"
        for affiliation in person.affiliations.all()
        if affiliation.organisation_id is not None
    ]
    if organisations:
        model = type(organisations[0])
        loaded: Any = SimpleLazyObject(lambda: load(model, [one.pk for one in organisations]))
        for one in organisations:
            one._in_locales = SimpleLazyObject(partial(_in_locales, loaded, one.pk))


def _in_locales(loaded: Mapping[Any, Any], pk: Any) -> dict[int, Any]:
    return getattr(loaded.get(pk), "_in_locales", {})


def in_locale(instance: Any, locale_id: int | None) -> Any:
    """The published translation of ``instance`` in that language, else ``instance`` itself."""
    if instance is None or locale_id is None or instance.locale_id == locale_id:
        return instance
    if hasattr(instance, "_in_locales"):
        translation = instance._in_locales.get(locale_id)
    else:
        family = type(instance).objects.filter(translation_key=instance.translation_key)
        translation = family.filter(locale_id=locale_id).first()
    return translation if translation is not None and translation.live else instance


def shown(instance: Any, locale_id: int | None) -> Any:
    """What a reader of that language may see of ``instance``: ``None`` if it is not published in any form."""
    instance = in_locale(instance, locale_id)
    return instance if instance is not None and instance.live else None
