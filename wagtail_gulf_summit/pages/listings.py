"""What the front page and a person's page list, in a number of queries that does not grow."""

from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils import timezone

from wagtail_gulf_summit.people.quotes.read import quotes_of

from .models import SummitPage


def summits_below(front: Any, limit: int) -> list[SummitPage]:
    """Summits of a front page: those running or to come, soonest first, then those that are over, latest first."""
    found = SummitPage.objects.live().public().descendant_of(front).select_related("locale")
    now = timezone.now()
    over = Q(ends_at__lt=now)
    coming = list(found.exclude(over).order_by("starts_at")[:limit])
    return coming + list(found.filter(over).order_by("-starts_at")[: limit - len(coming)])


def quotes_page(page: Any, number: Any) -> Slice:
    """One page of what the person of ``page`` said, in its language, newest first."""
    return Paginator(quotes_of(page.person, page.locale), page.items_per_page).get_page(number)


def pages_about(page_type: type[Any], field: str, snippets: list[Any], locale: Any) -> dict[Any, Any]:
    """The public pages of people or topics in one language, by the translation key of what they are about."""
    keys = {snippet.translation_key for snippet in snippets if snippet is not None}
    if not keys:
        return {}
    found = page_type.objects.live().public().filter(locale=locale, **{f"{field}__translation_key__in": keys})
    return {getattr(page, field).translation_key: page for page in found.select_related(field)}
