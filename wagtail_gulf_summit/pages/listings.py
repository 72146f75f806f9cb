"""The stories that a page leads to, newest first, in a number of queries that does not grow with them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from wagtail_gulf_summit.people.models import Quote
from wagtail_gulf_summit.people.public import is_public
from wagtail_gulf_summit.people.values import shown_on_page

from .models import ArticlePage, SummitPage

PER_PAGE = 20


def stories(locale: Any) -> QuerySet[ArticlePage]:
    """The public articles of one language."""
    found = ArticlePage.objects.live().public().filter(locale=locale).order_by("-first_published_at", "-pk")
    return found.select_related("hero_image").prefetch_related("hero_image__renditions")


def stories_below(page: Page) -> QuerySet[ArticlePage]:
    """The articles of a section, or of the whole paper."""
    return stories(page.locale).descendant_of(page)


def stories_naming(thing: Any, locale: Any, field: str) -> QuerySet[ArticlePage]:
    """The articles that name a snippet, or a translation of it, in one of their fields, such as ``topics``."""
    same = type(thing).objects.filter(translation_key=thing.translation_key).values_list("pk", flat=True)
    named_by = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(type(thing)),
        to_object_id__in=[str(pk) for pk in same],
        content_type=ContentType.objects.get_for_model(ArticlePage),
        model_path__startswith=f"{field}.",
    )
    return stories(locale).filter(pk__in=[int(pk) for pk in named_by.values_list("object_id", flat=True)])


def chosen_pages(stream: Any) -> list[Any]:
    """The pages that a stream of choosers names, in the language of the page being shown; public ones only."""
    shown = [shown_on_page(child.value) for child in stream]
    return [page for page in shown if page is not None and page.live and is_public(page)]


def related_stories(page: ArticlePage, limit: int = 5) -> list[Any]:
    """What the editor chose; else the newest stories on the same topics."""
    if page.related:
        return chosen_pages(page.related)[:limit]
    found: dict[int, Any] = {}
    for child in page.topics:
        if child.value is not None:
            newest = stories_naming(child.value, page.locale, "topics").exclude(pk=page.pk)[:limit]
            found |= {story.pk: story for story in newest}
    return sorted(found.values(), key=lambda story: story.first_published_at, reverse=True)[:limit]


def summits_below(page: Page, limit: int) -> list[SummitPage]:
    """Summits of a front page: those to come, soonest first, then those that are over, latest first."""
    found = SummitPage.objects.live().public().descendant_of(page)
    now = timezone.now()
    coming = list(found.filter(ends_at__gte=now).order_by("starts_at")[:limit])
    over = found.exclude(ends_at__gte=now).order_by("-starts_at")
    return coming + list(over[: limit - len(coming)])


def quotes_of(person: Any, locale: Any, limit: int = 50) -> list[Quote]:
    """What a person said on public pages of one language, newest first."""
    said = Quote.objects.filter(person_key=person.translation_key, locale=locale, page__live=True)
    said = said.select_related("page").order_by("-published_at", "-pk")[:limit]
    return [quote for quote in said if is_public(quote.page)]


def with_sections(found: Any) -> list[ArticlePage]:
    """The articles, each with its ``section``: the page it lies under."""
    articles = list(found)
    parents = {article.path[: -Page.steplen] for article in articles}
    by_path = {parent.path: parent for parent in Page.objects.filter(path__in=parents)}
    for article in articles:
        article.section = by_path.get(article.path[: -Page.steplen])
    return articles


def one_page(found: QuerySet[ArticlePage], number: Any) -> Slice:
    """Page ``number`` of a long list; the nearest one for a number that does not exist."""
    slice_ = Paginator(found, PER_PAGE).get_page(number)
    slice_.object_list = with_sections(slice_.object_list)
    return slice_
