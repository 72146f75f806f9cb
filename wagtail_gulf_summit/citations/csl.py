"""Sources as CSL-JSON items, the data format of citation processors."""

from datetime import date
from typing import Any

from wagtail_gulf_summit.arabic.bidi import strip_unsafe

from .identifiers import web_url
from .kinds import CSL_TYPES, Kind
from .registry import Party


def source_to_csl(source: Any) -> dict[str, Any]:
    """One item valid against the CSL-JSON schema; only what the source has is given."""
    authors, publishers = source.parties
    item: dict[str, Any] = {
        "id": csl_id(source),
        "type": CSL_TYPES[Kind(source.kind)],
        "title": strip_unsafe(source.title.strip()),
        "author": [_name(party) for party in authors],
        "container-title": strip_unsafe(source.container_title.strip()),
        "publisher": strip_unsafe("; ".join(party.name for party in publishers)),
        "publisher-place": strip_unsafe(source.place.strip()),
        "issued": _date(source.published_on) or ({"date-parts": [[source.year]]} if source.year else None),
        "edition": strip_unsafe(source.edition.strip()) or source.edition_number,
        "volume": strip_unsafe(source.volume.strip()),
        "number" if source.kind in (Kind.REPORT, Kind.LAW) else "issue": strip_unsafe(source.issue.strip()),
        "page": strip_unsafe(source.pages.strip()),
        "URL": web_url(source.url),
        "archive_location": web_url(source.archive_url),
        "accessed": _date(source.accessed),
        "DOI": source.doi,
        "ISBN": strip_unsafe(source.isbn.strip()),
        "language": source.language or source.locale.language_code,
        "note": strip_unsafe(source.note.strip()),
    }
    return {name: value for name, value in item.items() if value}


def csl_id(source: Any) -> str:
    """The stable key of a source in exports: ``source-12``."""
    return f"source-{source.pk}"


def _name(party: Party) -> dict[str, str]:
    if party.family:
        parts = {"family": party.family, "given": party.given}
        return {key: strip_unsafe(value) for key, value in parts.items() if value}
    return {"literal": strip_unsafe(party.name)}


def _date(value: date | None) -> dict[str, Any] | None:
    return {"date-parts": [[value.year, value.month, value.day]]} if value else None
