"""Which record of a source a page shows, read with few queries."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from .models import MergedSource, Source, prefetch_parties


class ShownSources:
    """The sources one page cites, each in the page's language where a published translation exists."""

    def __init__(self, by_id: dict[int, Source], cited: Iterable[Source] = ()) -> None:
        self._by_id = by_id
        self.source_ids = frozenset(source.pk for source in (*cited, *by_id.values()))

    def get(self, source_id: int | None) -> Source | None:
        return self._by_id.get(source_id) if source_id is not None else None

    @classmethod
    def for_pages(cls, pages: Sequence[Any], cited: Sequence[Collection[int | None]]) -> list["ShownSources"]:
        """For each page the sources that ``cited`` names for it; ids of deleted sources are left out."""
        wanted = {source_id for ids in cited for source_id in ids if source_id is not None}
        if not wanted:
            return [cls({}) for _page in pages]
        found = sources_by_id(wanted)
        translated = _translations(found.values(), {page.locale_id for page in pages})
        prefetch_parties([*found.values(), *translated.values()])
        return [
            cls(
                {
                    source_id: translated.get((found[source_id].translation_key, page.locale_id), found[source_id])
                    for source_id in ids
                    if source_id in found
                },
                [found[source_id] for source_id in ids if source_id in found],
            )
            for page, ids in zip(pages, cited, strict=True)
        ]


def sources_by_id(ids: Iterable[int]) -> dict[int, Source]:
    """Sources by the number that a text gives; a merged source is the one it was merged into."""
    wanted = set(ids)
    found = {source.pk: source for source in _records().filter(pk__in=wanted)}
    if missing := wanted - found.keys():
        merged = dict(MergedSource.objects.filter(old_id__in=missing).values_list("old_id", "source_id"))
        kept = {source.pk: source for source in _records().filter(pk__in=set(merged.values()))} if merged else {}
        found |= {old: kept[new] for old, new in merged.items()}
    return found


def _records() -> Any:
    return Source.objects.select_related("locale", "link_check")


def _translations(sources: Iterable[Source], locale_ids: set[int]) -> dict[tuple[Any, int], Source]:
    """Published translations into the pages' locales, for the sources that are in another."""
    foreign = {source.translation_key for source in sources if {source.locale_id} != locale_ids}
    if not foreign:
        return {}
    records = _records().filter(translation_key__in=foreign, locale_id__in=locale_ids, live=True)
    return {(record.translation_key, record.locale_id): record for record in records}
