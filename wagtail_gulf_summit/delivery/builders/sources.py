"""Sources as documents."""

from typing import Any

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.citations.csl import source_to_csl
from wagtail_gulf_summit.citations.formatting import format_source_html


def source_card(source: Any) -> dict[str, Any]:
    """A ``SourceCard``."""
    language = source.locale.language_code
    return {
        "id": source.pk,
        "type": "source",
        "lang": language,
        "dir": direction(language),
        "kind": source.kind,
        "kind_display": source.get_kind_display(),
        "title": source.title,
        "html": format_source_html(source, language),
        "csl": source_to_csl(source),
    }


def source_document(source: Any) -> dict[str, Any]:
    """A ``Source`` without ``cited_in``, which depends on the site and is added when it is read."""
    authors, publishers = source.parties
    return {
        **source_card(source),
        "authors": [party.name for party in authors],
        "publishers": [party.name for party in publishers],
        "container_title": source.container_title,
        "year": source.year,
        "published_on": source.published_on,
        "edition": source.edition or (str(source.edition_number) if source.edition_number else ""),
        "url": source.url,
        "archive_url": source.archive_url,
        "accessed": source.accessed,
        "doi": source.doi,
        "isbn": source.isbn,
        "note": source.note,
    }
