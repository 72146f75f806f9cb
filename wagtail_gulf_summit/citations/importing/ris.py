"""A RIS record, as rispy reads it, as a CSL-JSON item."""

import re
from collections.abc import Mapping
from typing import Any

TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "THES": "thesis",
    "DATA": "dataset",
    "ELEC": "webpage",
    "BLOG": "post-weblog",
    "ICOMM": "webpage",
    "STAT": "legislation",
    "BILL": "legislation",
    "CASE": "legislation",
    "LEGAL": "legislation",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
}


def record_to_csl(record: Mapping[str, Any]) -> dict[str, Any]:
    """``record`` maps rispy's names (``primary_title``, ``authors``, …) to text or lists of text."""

    def first(*names: str) -> str:
        for name in names:
            value = record.get(name)
            if isinstance(value, list):
                value = value[0] if value else ""
            if value:
                return str(value)
        return ""

    pages = "–".join(filter(None, [first("start_page"), first("end_page")]))
    serial = first("issn", "serial_number", "number_of_issn")
    return {
        "type": TYPES.get(first("type_of_reference"), "document"),
        "title": first("primary_title", "title", "translated_title"),
        "author": [person(name) for name in record.get("authors") or record.get("first_authors") or []],
        "container-title": first("secondary_title", "journal_name", "alternate_title1", "alternate_title3"),
        "publisher": first("publisher"),
        "publisher-place": first("place_published"),
        "issued": {"date-parts": [date_of(first("date", "publication_year", "year"))]},
        "accessed": {"date-parts": [date_of(first("access_date"))]},
        "edition": first("edition"),
        "volume": first("volume"),
        "issue": first("number"),
        "page": pages,
        "URL": first("urls", "url"),
        "DOI": first("doi"),
        "ISBN": serial,
        "language": first("language"),
        "note": first("notes"),
    }


def person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return (
        {"family": family.strip(), "given": given.strip()} if comma and given.strip() else {"literal": family.strip()}
    )


def date_of(value: str) -> list[int]:
    """``2014/09/17/`` and ``2014``."""
    parts = re.match(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?", value)
    return [int(part) for part in parts.groups() if part] if parts else []
