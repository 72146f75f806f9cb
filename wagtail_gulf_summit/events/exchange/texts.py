"""Texts of a file brought to what a database can hold and a page can show. Pure functions."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import Any

from wagtail_gulf_summit.arabic.bidi import strip_unsafe

LONGEST_NAME = 255


def text(value: Any) -> str:
    """Text of several lines, without characters that cannot be stored or that hide its true order.

    Of a text given in several languages, as ``{"en": …}``, the first.

    >>> text({"en": "A\\x00B\\r\\nC"})
    'AB\\nC'
    """
    if isinstance(value, dict):
        value = next(iter(value.values()), "")
    found = str(value if value is not None else "").replace("\r\n", "\n").replace("\r", "\n")
    kept = (one for one in found if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    return strip_unsafe("".join(kept)).strip()


def line(value: Any) -> str:
    """Text on one line."""
    return " ".join(text(value).split())


def name(value: Any) -> str:
    """The name of a person, as long as one may be."""
    return line(value)[:LONGEST_NAME].strip()


def identifier(uid: str) -> str:
    """What a session is known by: its identifier in the file, or a digest of one too long to keep."""
    return uid if len(uid) <= LONGEST_NAME else sha256(uid.encode()).hexdigest()
