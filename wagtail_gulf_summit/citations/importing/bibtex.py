"""A BibTeX entry as a CSL-JSON item."""

import re
from collections.abc import Mapping
from typing import Any

TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "legislation": "legislation",
    "video": "motion_picture",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry_to_csl(kind: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """``fields`` by lower-case name, decoded from LaTeX; braces that only protect case are taken off."""

    def first(*names: str) -> str:
        return next((plain(fields[name]) for name in names if fields.get(name)), "")

    return {
        "type": TYPES.get(kind.lower(), "webpage" if first("url") and not first("publisher") else "document"),
        "title": ": ".join(filter(None, [first("title"), first("subtitle")])),
        "author": people(fields.get("author") or fields.get("editor") or ""),
        "container-title": first("journal", "journaltitle", "booktitle"),
        "publisher": first("publisher", "institution", "organization", "school", "howpublished"),
        "publisher-place": first("address", "location"),
        "issued": {"date-parts": [date_of(first("date"), first("year"), first("month"))]},
        "accessed": {"raw": first("urldate")},
        "edition": first("edition"),
        "volume": first("volume"),
        "issue": first("number", "issue"),
        "page": first("pages").replace("--", "–"),
        "URL": first("url"),
        "DOI": first("doi"),
        "ISBN": first("isbn"),
        "language": first("langid", "language"),
        "note": first("note"),
    }


def plain(value: str) -> str:
    return " ".join(re.sub(r"[{}]", "", value).split())


def people(value: str) -> list[dict[str, str]]:
    """Names parted by ``and`` outside braces; ``Family, Given`` or whole."""
    parts: list[str] = [""]
    depth = 0
    for word in re.split(r"(\s+and\s+|[{}])", value):
        depth += {"{": 1, "}": -1}.get(word, 0)
        if depth == 0 and word.strip() == "and":
            parts.append("")
        else:
            parts[-1] += word
    return [person(part) for part in parts if plain(part)]


def person(name: str) -> dict[str, str]:
    if name.strip().startswith("{") or "," not in name:
        return {"literal": plain(name)}
    family, given = name.split(",", 1)
    return {"family": plain(family), "given": plain(given.rsplit(",", 1)[-1])}


def date_of(whole: str, year: str, month: str) -> list[int]:
    if match := re.match(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", whole or year):
        parts = [int(part) for part in match.groups() if part]
        if len(parts) == 1 and month.lower()[:3] in MONTHS:
            parts.append(MONTHS.index(month.lower()[:3]) + 1)
        return parts
    return []
