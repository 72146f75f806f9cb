"""Footnotes as wagtail-footnotes keeps them: ``<footnote id="{uuid}">`` in the text, a row beside the page."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from django.apps import apps
from django.utils.html import strip_tags

_ELEMENT = re.compile(r'<footnote\b[^>]*\bid="([^"]*)"[^>]*>.*?</footnote>', re.DOTALL)
_HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')


def notes_of(page: Any) -> dict[str, str]:
    """The notes of a page as stored rich text, by the ``id`` that the text refers to them by."""
    if not apps.is_installed("wagtail_footnotes"):
        return {}
    return {str(note.uuid): note.text for note in page.footnotes.all()}


def plain_note(html: str) -> tuple[str, str]:
    """A note's text, and the first address it links to."""
    href = _HREF.search(html)
    return unescape(strip_tags(html)).strip(), unescape(href.group(1)) if href else ""


def markers_in(html: str) -> list[str]:
    """The ids that ``html`` refers to, in order."""
    return _ELEMENT.findall(html)


def convert(html: str, marker: Callable[[str], str | None]) -> str:
    """``html`` with each footnote replaced by ``marker(id)``, where it gives one."""
    return _ELEMENT.sub(lambda match: marker(match.group(1)) or match.group(0), html)
