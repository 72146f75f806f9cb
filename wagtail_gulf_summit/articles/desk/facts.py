"""What the listing says of each article beside its own fields, for a whole page of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import swapper
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.translation import pgettext
from wagtail.models import ReferenceIndex

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.people.models import Quote

from ..streams import load_streams


@dataclass
class Facts:
    """``section`` is the page above; ``citations`` counts sources, ``comments`` those that are published."""

    section: Any = None
    bylines: str = ""
    citations: int = 0
    quotes: int = 0
    comments: int = 0


def attach_facts(pages: Iterable[Any]) -> None:
    """Give each page ``.facts``, in a number of queries that does not grow with them."""
    pages = list(pages)
    keys = [page.pk for page in pages]
    sections = _sections(pages)
    bylines = _bylines(pages)
    citations = _citations(keys)
    quotes = dict(Quote.objects.filter(page_id__in=keys).values_list("page_id").annotate(Count("pk")))
    comments = _comments(keys)
    for page in pages:
        page.facts = Facts(
            section=sections.get(page.path[: -page.steplen]),
            bylines=bylines.get(page.pk, ""),
            citations=citations.get(str(page.pk), 0),
            quotes=quotes.get(page.pk, 0),
            comments=comments.get(page.pk, 0),
        )


def _sections(pages: list[Any]) -> dict[str, Any]:
    page_model = swapper.load_model("wagtailcore", "Page")
    found = page_model.objects.filter(path__in={page.path[: -page.steplen] for page in pages})
    return {page.path: page for page in found}


def _bylines(pages: list[Any]) -> dict[Any, str]:
    """Names of the writers. Listings leave streams unread, so the bylines alone are read again."""
    by_type: dict[type[Any], list[Any]] = {}
    for page in pages:
        if getattr(page, "page_kind", "") == "article":
            by_type.setdefault(type(page), []).append(page.pk)
    found = [
        page for model, keys in by_type.items() for page in model.objects.filter(pk__in=keys).only("pk", "bylines")
    ]
    load_streams(found, ["bylines"])
    return {page.pk: list_of_names(_names(page)) for page in found}


def _names(page: Any) -> list[str]:
    return [child.value["person"].name for child in page.bylines if child.value.get("person")]


def list_of_names(names: list[str]) -> str:
    return pgettext("between names in a list", ", ").join(names)


def _citations(keys: list[Any]) -> dict[str, int]:
    page_model = swapper.load_model("wagtailcore", "Page")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page_model),
        object_id__in=[str(key) for key in keys],
        to_content_type=ContentType.objects.get_for_model(Source),
    )
    return dict(references.values_list("object_id").annotate(Count("to_object_id", distinct=True)))


def _comments(keys: list[Any]) -> dict[Any, int]:
    if not apps.is_installed("wagtail_gulf_summit.comments"):
        return {}
    from wagtail_gulf_summit.comments.models import PageCounts

    return dict(PageCounts.objects.filter(page_id__in=keys).values_list("page_id", "approved"))
