"""Slugs of snippets: made from the name, one of a kind within a language."""

from typing import Any

from wagtail.models import Locale

from wagtail_gulf_summit.arabic.slugs import cut_at_word, make_slug

MAX_LENGTH = 80


def fill_slug(instance: Any) -> None:
    """Give ``instance`` a slug: its own, else the one it had, else one from its name; numbered where it is taken."""
    model = type(instance)
    wanted = instance.slug or model.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    wanted = wanted or make_slug(instance.name, MAX_LENGTH) or instance._meta.model_name
    locale_id = instance.locale_id or Locale.get_default().pk
    others = model.objects.filter(locale_id=locale_id, slug__startswith=wanted[:50]).exclude(pk=instance.pk)
    instance.slug = first_free(wanted, set(others.values_list("slug", flat=True)))


def first_free(wanted: str, taken: set[str]) -> str:
    """``wanted``, or the first of ``wanted-2``, ``wanted-3`` … that is not ``taken``.

    >>> first_free("fadi-salem", {"fadi-salem", "fadi-salem-2"})
    'fadi-salem-3'
    """
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        suffix = f"-{number}"
        slug = cut_at_word(wanted, MAX_LENGTH - len(suffix)) + suffix
    return slug
