"""What the front page and a person's page list, in a number of queries that does not grow."""

from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils import timezone

from wagtail_gulf_summit.people.public import on_site_of, readable
from wagtail_gulf_summit.people.quotes.read import quotes_of, with_speakers

from .models import SummitPage


def summits_below(front: Any, limit: int) -> list[SummitPage]:
    """Summits of a front page: those running or to come, soonest first, then those that are over, latest first."""
    found = readable(SummitPage.objects.descendant_of(front).filter(on_site_of(front))).select_related("locale")
    now = timezone.now()
    over = Q(ends_at__lt=now)
    coming = list(found.exclude(over).order_by("starts_at")[:limit])
    return coming + list(found.filter(over).order_by("-starts_at")[: limit - len(coming)])


def quotes_page(person: Any, page: Any, number: Any) -> Slice:
    """One page of what ``person`` said, in the language and on the site of ``page``, newest first."""
    found = quotes_of(person, page.locale).filter(on_site_of(page, "page__"))
    part = Paginator(found, page.items_per_page).get_page(number)
    part.object_list = with_speakers(part.object_list)
    return part
