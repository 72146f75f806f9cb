"""How many comments a page has, kept in ``PageCounts`` and written with each change."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from wagtail.models import Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.planned import run

from .models import PageCounts, ReaderComment
from .pages import public_pages
from .policy import policies_of
from .states import State

_APPROVED = f"SELECT approved FROM {PageCounts._meta.db_table} WHERE page_id = %(page)s"


def move(page_id: int, old: str | None, new: str | None) -> None:
    """Count one comment of a page out of state ``old`` and into ``new``; ``None`` is "does not exist"."""
    if old == new:
        return
    changes = {name: F(name) + by for name, by in ((old, -1), (new, +1)) if name}
    if not PageCounts.objects.filter(page_id=page_id).update(**changes):
        PageCounts.objects.get_or_create(page_id=page_id)
        PageCounts.objects.filter(page_id=page_id).update(**changes)


def add(page_id: int, by_state: Mapping[str, int]) -> None:
    """Count comments that came in together, by their state."""
    changes = {str(state): F(str(state)) + number for state, number in by_state.items() if number}
    if changes:
        PageCounts.objects.bulk_create([PageCounts(page_id=page_id)], ignore_conflicts=True)
        PageCounts.objects.filter(page_id=page_id).update(**changes)


def public_counts(page_ids: Iterable[int], site: Site) -> dict[int, int]:
    """Approved comments under each page of ``site`` that the public can read, by page id.

    Pages that are not public are left out; a page whose comments are closed
    counts none. With joined translations a page counts the comments of all its
    public translations. One query for the counts, one for the policies.
    """
    pages = list(
        public_pages(site)
        .filter(pk__in=list(page_ids))
        .order_by()
        .annotate(approved_comments=Coalesce(_approved_under_outer_page(site), 0))
    )
    policies = policies_of(pages)
    return {page.pk: page.approved_comments if policies[page.pk].shows_comments else 0 for page in pages}


def approved_under(page: Any, site: Site) -> int:
    """Approved comments under one page that the public can read and whose policy shows comments. One query."""
    if conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        return public_counts([page.pk], site).get(page.pk, 0)
    return sum(approved for (approved,) in run(_APPROVED, {"page": page.pk}))


def _approved_under_outer_page(site: Site) -> Subquery:
    own = PageCounts.objects.filter(page_id=OuterRef("pk")).values("approved")
    if not conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS:
        return Subquery(own)
    translations = PageCounts.objects.filter(
        page__translation_key=OuterRef("translation_key"), page__in=public_pages(site).order_by()
    )
    return Subquery(translations.values("page__translation_key").annotate(total=Sum("approved")).values("total"))


def totals_by_state(counts: QuerySet) -> dict[str, int]:
    """The sums over rows of ``PageCounts``, by state. One query."""
    sums = counts.aggregate(**{state.value: Coalesce(Sum(state.value), 0) for state in State})
    return {state: int(total) for state, total in sums.items()}


def counted_pages() -> list[int]:
    """Ids of the pages that have comments, or a row of counts."""
    commented = ReaderComment.objects.order_by().values_list("page_id", flat=True).distinct()
    return sorted({*commented, *PageCounts.objects.values_list("page_id", flat=True)})


def recount(page_ids: list[int]) -> int:
    """Write the counts of these pages anew from their comments; returns how many rows were wrong.

    Holds the rows meanwhile: whoever changes a comment of these pages counts it after us.
    """
    with transaction.atomic():
        PageCounts.objects.bulk_create([PageCounts(page_id=pk) for pk in page_ids], ignore_conflicts=True)
        columns = {state.value: Count("pk", filter=Q(state=state.value)) for state in State}
        rows = PageCounts.objects.select_for_update().filter(page_id__in=page_ids).order_by("page_id")
        kept = {row.pop("page_id"): row for row in rows.values("page_id", *columns)}
        comments = ReaderComment.objects.filter(page_id__in=page_ids).order_by()
        counted = {row.pop("page_id"): row for row in comments.values("page_id").annotate(**columns)}
        zero = dict.fromkeys(columns, 0)
        wrong = [page_id for page_id in page_ids if counted.get(page_id, zero) != kept[page_id]]
        for page_id in wrong:
            PageCounts.objects.filter(page_id=page_id).update(**counted.get(page_id, zero))
    return len(wrong)
