"""Citations that a translation has lost."""

from collections import Counter
from typing import Any

from django.apps import apps

from .marks import find_marks
from .models import Source
from .sources import sources_by_id


def lost_citations(original: Any, translation: Any) -> list[Source]:
    """The sources that ``translation`` cites less often than ``original``, in the order of the original.

    Both are pages with ``cited_rich_text``. A source counts as one with its translations.
    """
    cited, kept = _source_ids(original), _source_ids(translation)
    sources = sources_by_id({*cited, *kept})
    missing = Counter(sources[key].translation_key for key in cited if key in sources)
    missing.subtract(sources[key].translation_key for key in kept if key in sources)
    lost: dict[Any, Source] = {}
    for key in cited:
        if key in sources and missing[sources[key].translation_key] > 0:
            lost.setdefault(sources[key].translation_key, sources[key])
    return list(lost.values())


def losses_of(page: Any) -> list[Source]:
    """What the latest state of ``page``, translator's work included, has lost of what it is a translation of."""
    if not hasattr(page, "cited_rich_text"):
        return []
    if work := _translation_at_work(page):
        return lost_citations(*work)
    original = page.get_translations().order_by("pk").filter(pk__lt=page.pk).first()
    if original is None:
        return []
    return lost_citations(original.specific, page.get_latest_revision_as_object())


def _translation_at_work(page: Any) -> tuple[Any, Any] | None:
    """Original and translation as wagtail-localize would publish them now."""
    if not apps.is_installed("wagtail_localize"):
        return None
    from wagtail_localize.models import Translation

    work = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if work is None:
        return None
    return work.source.as_instance(), work.source.get_ephemeral_translated_instance(work.target_locale, fallback=True)


def _source_ids(page: Any) -> list[int]:
    marks = (mark for chunk in page.cited_rich_text() for mark in find_marks(chunk))
    return [mark.source_id for mark in marks if mark.source_id is not None]
