"""Sources as BibTeX entries, for reference managers and LaTeX."""

import re
from collections.abc import Iterable
from typing import Any

from .csl import source_to_csl
from .kinds import BIBTEX_TYPES, Kind

_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts escaped braces too, so a brace in the text has to be a command.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def sources_to_bibtex(sources: Iterable[Any]) -> str:
    """A ``.bib`` file of the sources, UTF-8, one entry each."""
    return "\n".join(source_to_bibtex(source) for source in sources)


def source_to_bibtex(source: Any) -> str:
    """One entry, ending in a new line; the key is the source's CSL id."""
    item = source_to_csl(source)
    kind = Kind(source.kind)
    institution = "institution" if kind == Kind.REPORT else "publisher"
    container = "journal" if kind in (Kind.ARTICLE, Kind.NEWS) else "booktitle"
    issued = item.get("issued", {}).get("date-parts", [[]])[0]
    fields = {
        "author": " and ".join(_name(name) for name in item.get("author", [])),
        "title": _escape(item["title"]),
        container: _escape(item.get("container-title", "")),
        institution: _escape(item.get("publisher", "")),
        "address": _escape(item.get("publisher-place", "")),
        "year": str(issued[0]) if issued else "",
        "month": str(issued[1]) if len(issued) > 1 else "",
        "edition": _escape(str(item.get("edition", ""))),
        "volume": _escape(item.get("volume", "")),
        "number": _escape(item.get("issue", item.get("number", ""))),
        "pages": _escape(item.get("page", "")),
        "url": _verbatim(item.get("URL", "")),
        "doi": _verbatim(source.doi),
        "isbn": _verbatim(item.get("ISBN", "")),
        "language": _escape(item["language"]),
        "note": _escape(item.get("note", "")),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{BIBTEX_TYPES.get(kind, 'misc')}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def _name(name: dict[str, str]) -> str:
    if "literal" in name:
        return "{" + _escape(name["literal"]) + "}"
    return ", ".join(_part(name[part]) for part in ("family", "given") if part in name)


def _part(text: str) -> str:
    """One part of a name; braces keep what would part names, or parts of one."""
    return "{" + _escape(text) + "}" if "," in text or " and " in f" {text} ".lower() else _escape(text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], " ".join(text.split()))


def _verbatim(text: str) -> str:
    """Addresses and identifiers are read as they are; braces would unbalance the entry."""
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
