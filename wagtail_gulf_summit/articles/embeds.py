"""Embeds with what is known of them."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.html import escape
from wagtail.embeds.blocks import EmbedValue
from wagtail.embeds.embeds import get_embed, get_embed_hash
from wagtail.embeds.exceptions import EmbedException
from wagtail.embeds.models import Embed

_FRAME = re.compile(r"<iframe\b[^>]*>", re.IGNORECASE)
_TITLE = re.compile(r"\stitle\s*=", re.IGNORECASE)


def load_embeds(values: Iterable[EmbedValue]) -> None:
    """Attach to each value the record that was fetched before, in one query for all."""
    by_hash: dict[str, list[EmbedValue]] = {}
    for value in values:
        by_hash.setdefault(get_embed_hash(value.url, value.max_width, value.max_height), []).append(value)
    if not by_hash:
        return
    for embed in Embed.objects.exclude(cache_until__lte=timezone.now()).filter(hash__in=by_hash):
        for value in by_hash[embed.hash]:
            value.record = embed


def embed_value(value: EmbedValue | None) -> dict[str, Any] | None:
    """``{url, provider, html, title, thumbnail}``; all but ``url`` empty when the provider does not answer."""
    if value is None:
        return None
    record = getattr(value, "record", None) or _fetch(value)
    return {
        "url": value.url,
        "provider": record.provider_name if record else "",
        "html": titled(record.html, record.title) if record else "",
        "title": record.title if record else "",
        "thumbnail": record.thumbnail_url if record else "",
    }


def titled(html: str, title: str) -> str:
    """Embed ``html`` whose frame says what is in it; many providers leave that out.

    >>> titled('<iframe src="v"></iframe>', "خطاب الافتتاح")
    '<iframe title="خطاب الافتتاح" src="v"></iframe>'
    """
    frame = _FRAME.search(html)
    if frame is None or not title or _TITLE.search(frame[0]):
        return html
    at = frame.start() + len("<iframe")
    return f'{html[:at]} title="{escape(title)}"{html[at:]}'


def _fetch(value: EmbedValue) -> Any | None:
    try:
        return get_embed(value.url, value.max_width, value.max_height)
    except EmbedException:
        return None
