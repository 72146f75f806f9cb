"""Keeping the index of quotes in step with what is published."""

import re
from typing import Any

from django.utils import timezone
from wagtail.rich_text import get_text_for_indexing

from ..models import Quote
from .find import FoundQuote, find_quotes

_CITATION = re.compile(r'<a\b(?=[^>]*\blinktype="citation")[^>]*>.*?</a>', re.DOTALL)
_STORED = (
    "person_id", "person_key", "locale_id", "position", "text", "html", "role_override", "organisation_override",
    "attribution", "continued", "published_at",
)  # fmt: skip


def index_page(page: Any) -> int:
    """Bring the quotes of ``page``, a specific instance, up to date; how many it has now.

    A page that is not live has none.
    """
    wanted = {quote.block_id: quote for quote in _rows(page)} if page.live else {}
    existing = {quote.block_id: quote for quote in Quote.objects.filter(page_id=page.pk)}
    gone = [quote.pk for block_id, quote in existing.items() if block_id not in wanted]
    if gone:
        Quote.objects.filter(pk__in=gone).delete()
    changed = []
    for block_id, quote in wanted.items():
        if block_id in existing and _differs(existing[block_id], quote):
            quote.pk = existing[block_id].pk
            changed.append(quote)
    Quote.objects.bulk_update(changed, [name.removesuffix("_id") for name in _STORED])
    Quote.objects.bulk_create([quote for block_id, quote in wanted.items() if block_id not in existing])
    return len(wanted)


def _rows(page: Any) -> list[Quote]:
    quotes = (_row(page, position, found) for position, found in enumerate(find_quotes(page)))
    return [quote for quote in quotes if quote is not None]


def _row(page: Any, position: int, found: FoundQuote) -> Quote | None:
    value, person = found.value, found.value.get("person")
    html = without_citations(value["quote"].source)
    text = plain_text(html)
    if person is None or not text:
        return None
    return Quote(
        person_id=person.pk,
        person_key=person.translation_key,
        page_id=page.pk,
        locale_id=page.locale_id,
        block_id=found.block_id,
        position=position,
        text=text,
        html=html,
        role_override=value.get("role_override") or "",
        organisation_override=value.get("organisation_override") or "",
        attribution=value.get("attribution") or "",
        continued=bool(value.get("continued")),
        published_at=page.first_published_at or page.last_published_at or timezone.now(),
    )


def _differs(one: Quote, other: Quote) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in _STORED)


def without_citations(html: str) -> str:
    """Stored rich text without its citation markers, whose numbers mean nothing outside their page.

    >>> without_citations('<p>نعم<a linktype="citation" id="3">[1]</a>.</p>')
    '<p>نعم.</p>'
    """
    return _CITATION.sub("", html)


def plain_text(html: str) -> str:
    """Rich text as text: one space between words, nothing at the ends."""
    return " ".join(get_text_for_indexing(html).split())
