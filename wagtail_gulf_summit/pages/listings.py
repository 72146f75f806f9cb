"""The stories that a page leads to, newest first, in a number of queries that does not grow with them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

from .models import ArticlePage

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
