"""From a CSL-JSON item, to which every format is first brought, to a source."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wagtail_gulf_summit.arabic.bidi import strip_unsafe
from wagtail_gulf_summit.citations.identifiers import normalise_doi, normalise_isbn, web_url
from wagtail_gulf_summit.citations.kinds import CSL_TYPES, Kind
from wagtail_gulf_summit.citations.models import Source

Item = Mapping[str, Any]

KINDS: dict[str, Kind] = {csl: kind for kind, csl in CSL_TYPES.items()} | {
    "article": Kind.ARTICLE,
    "article-magazine": Kind.NEWS,
    "paper-conference": Kind.CHAPTER,
    "entry-encyclopedia": Kind.CHAPTER,
    "thesis": Kind.BOOK,
    "post": Kind.WEB_PAGE,
    "post-weblog": Kind.WEB_PAGE,
    "broadcast": Kind.VIDEO,
    "bill": Kind.LAW,
    "legal_case": Kind.LAW,
    "regulation": Kind.LAW,
    "treaty": Kind.LAW,
    "document": Kind.REPORT,
}

#: The longest texts of the fields that have an end.
LENGTHS = {
    "volume": 50,
    "issue": 50,
    "pages": 50,
    "place": 255,
    "edition": 255,
    "doi": 255,
    "isbn": 32,
    "language": 35,
}


def csl_to_source(item: Item) -> Source:
    """An unsaved source; what the item lacks, or gives in a form that cannot be read, is left empty."""
    edition = text(item.get("edition"))
    values = {
        "volume": text(item.get("volume")),
        "issue": text(item.get("issue") or item.get("number")),
        "pages": text(item.get("page")),
        "place": text(item.get("publisher-place")),
        "edition": "" if edition.isdecimal() else edition,
        "doi": normalise_doi(text(item.get("DOI"))),
        "isbn": normalise_isbn(text(item.get("ISBN")).split(" ")[0]),
        "language": text(item.get("language")),
    }
    issued = date_parts(item.get("issued"))
    publisher = text(item.get("publisher"))
    return Source(
        kind=KINDS.get(str(item.get("type")), Kind.REPORT),
        title=text(item.get("title")),
        authors=[("text", name) for name in names(item.get("author"))],
        publisher=[("text", publisher)] if publisher else [],
        container_title=text(item.get("container-title")),
        year=issued[0] if issued and 0 < issued[0] < 32767 else None,
        published_on=full_date(issued),
        accessed=full_date(date_parts(item.get("accessed"))),
        edition_number=int(edition) if edition.isdecimal() and len(edition) < 5 else None,
        url=web_url(text(item.get("URL")))[:2000],
        archive_url=web_url(text(item.get("archive_location")))[:2000],
        note=text(item.get("note")),
        **{name: value[: LENGTHS[name]] for name, value in values.items()},
    )


def text(value: Any) -> str:
    """A value of a record as one line of harmless text."""
    return strip_unsafe(" ".join(str(value).split())) if isinstance(value, str | int | float) else ""


def names(value: Any) -> list[str]:
    """Names of a CSL name variable, in the order they are printed."""
    found = []
    for name in value if isinstance(value, list) else []:
        if isinstance(name, Mapping):
            given = " ".join(text(name.get(part)) for part in ("given", "non-dropping-particle", "family", "suffix"))
            found.append(text(name.get("literal")) or text(given))
        else:
            found.append(text(name))
    return [name for name in found if name]


def date_parts(value: Any) -> list[int]:
    """Year, month and day of a CSL date variable, as far as it gives them."""
    if not isinstance(value, Mapping):
        return []
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else None
    if first is None:
        first = text(value.get("raw") or value.get("literal")).replace("/", "-").split("-")
    numbers: list[int] = []
    for part in first[:3]:
        if not text(part).isdecimal():
            break
        numbers.append(int(text(part)))
    return numbers


def full_date(parts: list[int]) -> date | None:
    if len(parts) != 3:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None
