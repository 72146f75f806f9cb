"""Reading CSL-JSON, BibTeX and RIS, told apart by how they begin.

BibTeX and RIS are read by bibtexparser and rispy, which come with
``wagtail-gulf-summit[bibliography]``.
"""

import json
import re
from typing import Any

from django.utils.translation import gettext as _

from wagtail_gulf_summit.citations.models import Source

from .records import csl_to_source

MAX_RECORDS = 500
MAX_CHARACTERS = 1_000_000


class ParseError(ValueError):
    """The text holds no record that can be read; the message is for the person who pasted it."""


def parse_records(pasted: str) -> list[Source]:
    """Unsaved sources of all records in ``pasted``. Raises ``ParseError``."""
    pasted = pasted.strip().removeprefix("\ufeff")
    if len(pasted) > MAX_CHARACTERS:
        raise ParseError(_("This is too much at once. Paste fewer records."))
    if pasted.startswith(("[", "{")):
        items = read_csl(pasted)
    elif re.search(r"^@\w+\s*[{(]", pasted, re.MULTILINE):
        items = read_bibtex(pasted)
    elif re.search(r"^TY\s{1,2}-", pasted, re.MULTILINE):
        items = read_ris(pasted)
    else:
        raise ParseError(_("This is not BibTeX, RIS or CSL-JSON."))
    sources = [source for source in map(csl_to_source, items[:MAX_RECORDS]) if source.title]
    if not sources:
        raise ParseError(_("No record with a title was found."))
    return sources


def read_csl(pasted: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(pasted)
    except (ValueError, RecursionError) as error:
        raise ParseError(_("This begins like CSL-JSON, but is not valid JSON.")) from error
    items = data if isinstance(data, list) else data.get("items", [data])
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def read_bibtex(pasted: str) -> list[dict[str, Any]]:
    try:
        import bibtexparser
        from bibtexparser.middlewares import LatexDecodingMiddleware
    except ImportError as error:
        raise ParseError(_("To read BibTeX, install wagtail-gulf-summit[bibliography].")) from error
    from .bibtex import entry_to_csl

    library = bibtexparser.parse_string(pasted, append_middleware=[LatexDecodingMiddleware()])
    return [
        entry_to_csl(entry.entry_type, {f.key.lower(): str(f.value) for f in entry.fields})
        for entry in library.entries
    ]


def read_ris(pasted: str) -> list[dict[str, Any]]:
    try:
        import rispy
    except ImportError as error:
        raise ParseError(_("To read RIS, install wagtail-gulf-summit[bibliography].")) from error
    from .ris import record_to_csl

    # A record without its end mark is one that was cut when it was copied.
    if not re.search(r"^ER\s{1,2}-", pasted.rsplit("TY  -", 1)[-1], re.MULTILINE):
        pasted += "\nER  - \n"
    try:
        return [record_to_csl(record) for record in rispy.loads(pasted, skip_unknown_tags=True)]
    except (OSError, ValueError, KeyError) as error:
        raise ParseError(_("This RIS record cannot be read.")) from error
