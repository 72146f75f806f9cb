"""Other pages that a document shows."""

from typing import Any

from django.db.models import prefetch_related_objects

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.events.summary import summit_when
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.people.values import shown_on_page

from .pages import Page, language_of, moment, moment_display, page_ref


def summit_refs(page: Any) -> list[dict[str, Any]]:
    """The summits an article covers, as far as readers may see them: a list of ``SummitRef``."""
    return [summit_ref(one) for one in shown_pages(page, page.summits) if hasattr(one, "span")]


def related_pages(page: Any) -> list[dict[str, Any]]:
    """The stories an editor put beside this one, as far as readers may see them: a list of ``RelatedPage``."""
    return [related_page(one) for one in shown_pages(page, page.related)]


def summit_ref(summit: Any) -> dict[str, Any]:
    language = language_of(summit)
    when = summit_when(summit, language)
    return {
        **page_ref(summit),  # type: ignore[dict-item]
        "lang": language,
        "dir": direction(language),
        "start": when.start,
        "end": when.end,
        "dates_display": when.display,
        "city": summit.city,
    }


def related_page(other: Any) -> dict[str, Any]:
    language = language_of(other)
    return {
        **page_ref(other),  # type: ignore[dict-item]
        "type": getattr(other, "page_kind", "page"),
        "lang": language,
        "dir": direction(language),
        "image": image_value(getattr(other, "hero_image", None), getattr(other, "hero_alt", "")),
        "first_published_at": moment(other.first_published_at),
        "first_published_at_display": moment_display(other.first_published_at, language),
    }


def shown_pages(page: Any, stream: Any) -> list[Any]:
    """The specific pages of a stream of choosers, in the language of ``page``, that readers of its site may see."""
    chosen = [shown_on_page(child.value) for child in stream if child.value]
    site_id = page.get_url_parts()[0]
    visible = [one.pk for one in chosen if one is not None and page_ref(one) and one.get_url_parts()[0] == site_id]
    if not visible:
        return []
    specific = {one.pk: one for one in Page.objects.filter(pk__in=visible).specific()}
    prefetch_related_objects(list(specific.values()), "locale")
    return [specific[pk] for pk in dict.fromkeys(visible) if pk in specific and pk != page.pk]
