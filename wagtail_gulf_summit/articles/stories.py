"""The stories that a section, a topic or a person leads to: newest first, in a number of queries that does not grow.

Stories are pages of any type that mixes ``ArticlePageMixin`` in.
"""

from collections.abc import Iterable
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import IntegerField, QuerySet, prefetch_related_objects
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from wagtail_gulf_summit.people.public import may_be_seen, on_site_of, readable
from wagtail_gulf_summit.people.values import shown_on_page
from wagtail_gulf_summit.scope import page_scope

from .kinds import page_types
from .streams import load_streams


def stories(page: Any) -> QuerySet[Any]:
    """The stories in the language and on the site of ``page`` that readers may see, as plain pages."""
    page_model = swapper.load_model("wagtailcore", "Page")
    types = ContentType.objects.get_for_models(*page_types("article")).values()
    found = page_model.objects.filter(on_site_of(page), locale_id=page.locale_id, content_type__in=list(types))
    return readable(found).order_by("-first_published_at", "-pk")


def stories_below(page: Any) -> QuerySet[Any]:
    """The stories of a section, or of everything below a front page."""
    return stories(page).descendant_of(page)  # type: ignore[attr-defined]


def stories_naming(snippets: list[Any], page: Any, field: str) -> QuerySet[Any]:
    """The stories that readers of ``page`` may see and that name at least one of ``snippets``.

    ``snippets`` are of one model and count in whichever language they were chosen;
    ``field`` is ``topics`` or ``bylines``.
    """
    if not snippets:
        return stories(page).none()
    model = type(snippets[0])
    keys = {snippet.translation_key for snippet in snippets}
    same = model.objects.filter(translation_key__in=keys).values_list("pk", flat=True)
    named = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(pk) for pk in same],
        content_type__in=list(ContentType.objects.get_for_models(*page_types("article")).values()),
        model_path__startswith=f"{field}.",
    )
    return stories(page).filter(pk__in=named.values_list(Cast("object_id", IntegerField()), flat=True))


def one_page(found: QuerySet[Any], number: Any, per_page: int = 20) -> Slice:
    """Page ``number`` of a long list, ready to be shown; the nearest one for a number that does not exist."""
    part = Paginator(found, per_page).get_page(number)
    part.object_list = ready_to_show(part.object_list)
    return part


def ready_to_show(pages: Iterable[Any]) -> list[Any]:
    """Specific stories with picture, bylines and ``section`` (the page each lies under, unless it is hidden)."""
    page_model = swapper.load_model("wagtailcore", "Page")
    ready = list(page_model.objects.filter(pk__in=[page.pk for page in pages]).select_related("locale").specific())
    place = {page.pk: index for index, page in enumerate(pages)}
    ready.sort(key=lambda page: place[page.pk])
    prefetch_related_objects(ready, "hero_image__renditions")
    load_streams(ready, ["bylines"])
    parents = readable(page_model.objects.filter(path__in={page.path[: -page.steplen] for page in ready}))
    by_path = {parent.path: parent for parent in parents}
    for page in ready:
        page.section = by_path.get(page.path[: -page.steplen])
    return ready


def chosen_pages(stream: Any) -> list[Any]:
    """The pages that a stream of choosers names, in the language of the page being shown; public ones, each once."""
    shown = (shown_on_page(child.value) for child in stream)
    return list({page.pk: page for page in shown if page is not None and may_be_seen(page)}.values())


def section_stories(section: Any, number: Any = 1) -> Slice:
    """One page of a section: on the first, its pinned stories before the others."""
    with page_scope(section):
        pinned = [page for page in chosen_pages(section.pinned) if page.locale_id == section.locale_id]
    found = stories_below(section).exclude(pk__in=[page.pk for page in pinned])
    part = one_page(found, number, section.stories_per_page)
    if part.number == 1 and pinned:
        part.object_list = ready_to_show(pinned) + list(part.object_list)
    return part


def related_stories(page: Any, limit: int = 5) -> list[Any]:
    """What the editor chose, then the newest stories on the same topics, ``limit`` in all."""
    with page_scope(page):
        chosen = [other for other in chosen_pages(page.related) if other.pk != page.pk][:limit]
        topics = [topic for topic in (shown_on_page(child.value) for child in page.topics) if topic is not None]
    found = stories_naming(topics, page, "topics")
    found = found.exclude(pk__in=[page.pk, *(other.pk for other in chosen)])
    return ready_to_show([*chosen, *found[: limit - len(chosen)]])
