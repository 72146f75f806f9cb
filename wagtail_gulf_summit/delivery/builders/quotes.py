"""Published quotes as documents."""

from collections.abc import Iterable
from typing import Any

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.people.models import Quote
from wagtail_gulf_summit.people.page_links import links_of_many
from wagtail_gulf_summit.people.quotes.read import with_speakers
from wagtail_gulf_summit.people.values import organisation_value
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope

from .pages import address_of, language_of, moment, moment_display


def quote_values(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """A list of ``PersonQuote``, in a number of queries that does not grow; pages come with their locale and type."""
    found = list(with_speakers(quotes))
    links = links_of_many(quote.html for quote in found)
    return [_quote_value(quote, links) for quote in found]


def _quote_value(quote: Quote, links: dict[str, Any]) -> dict[str, Any]:
    page, language = quote.page, language_of(quote.page)
    with page_scope(page) as scope:
        scope.cache.update(links)
        html = display_html(quote.html)
    address = address_of(page)
    organisation = quote.organisation if quote.organisation and quote.organisation.live else None
    return {
        "id": quote.pk,
        "quote": html,
        "text": quote.text,
        "role": quote.role,
        "organisation": organisation_value(organisation, quote.organisation_override),
        "attribution": quote.attribution,
        "continued": quote.continued,
        "published_at": moment(quote.published_at),
        "published_at_display": moment_display(quote.published_at, language),
        "page": {
            "id": page.pk,
            "type": getattr(page.specific_class, "page_kind", "page"),
            "lang": language,
            "dir": direction(language),
            "title": page.title,
            "slug": page.slug,
            "path": address.path if address else "",
            "html_url": address.html_url if address else "",
        },
    }
