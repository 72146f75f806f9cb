"""A printed reference taken apart, as far as that can be done without a guess."""

import re
from typing import Any

from wagtail_gulf_summit.citations.formatting import format_source_text
from wagtail_gulf_summit.citations.identifiers import web_url
from wagtail_gulf_summit.citations.kinds import Kind
from wagtail_gulf_summit.citations.models import Source

_URL = re.compile(r"https?://[^\s<>«»“”\"]+")
_EDITION = re.compile(r"\b(?:الطبعة|النسخة|الإصدار|edition|ed\.|version)(?:\b|\s|$)", re.IGNORECASE)
_YEAR = re.compile(r"[،,]\s*([12]\d{3})$")


def reference_to_source(text: str, locale: Any) -> Source:
    """An unsaved source that prints as ``text`` («العنوان، الطبعة. الناشر», "Title, Edition. Publisher").

    What the parts do not print back to exactly is kept in ``printed``.
    """
    line = " ".join(text.split())
    url = _URL.search(line)
    words = _URL.sub("", line).strip(" .،,")
    title, _stop, publisher = words.rpartition(". ")
    title, publisher = (title, publisher) if title else (words, "")
    year = _YEAR.search(publisher)
    title, edition = _split_edition(title)
    source = Source(
        locale=locale,
        kind=Kind.REPORT if publisher else Kind.NOTE,
        title=title,
        edition=edition,
        publisher=[("text", _YEAR.sub("", publisher))] if publisher else [],
        year=int(year.group(1)) if year else None,
        url=web_url(url.group(0).rstrip(".,،")) if url else "",
    )
    if format_source_text(source, locale.language_code) != text.strip():
        source.printed = text.strip()
    return source


def note_to_source(text: str, url: str, locale: Any) -> Source:
    """An unsaved plain note, for a footnote that need not be a reference at all."""
    return Source(locale=locale, kind=Kind.NOTE, title=" ".join(text.split()), url=web_url(url))


def _split_edition(title: str) -> tuple[str, str]:
    for mark in ("،", ","):
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and _EDITION.search(tail):
            return head.strip(), tail.strip()
    return title.strip(), ""
