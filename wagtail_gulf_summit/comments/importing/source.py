"""A comment of another system, brought to the form that ours are stored in. Pure, but for Beautiful Soup."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from wagtail_gulf_summit.arabic.bidi import strip_unsafe
from wagtail_gulf_summit.comments.clean import NAME_LENGTH, clean_email, clean_url, is_visible
from wagtail_gulf_summit.comments.states import State

_BLOCKS = ["p", "div", "blockquote", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6"]
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True)
class ForeignComment:
    """``key`` names it among all comments of all sources; ``parent_key`` is ``None`` for a root."""

    key: str
    parent_key: str | None
    name: str
    email: str
    url: str
    body: str
    created_at: datetime
    state: State


def plain_text(html: str) -> str:
    """The words of a comment kept as HTML, its paragraphs and links still to be read.

    >>> plain_text('<p>انظر <a href="https://a.example/x">هنا</a> &amp; شكرًا</p><p>سارة</p>')
    'انظر هنا (https://a.example/x) & شكرًا\\n\\nسارة'
    """
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    for link in soup("a", href=True):
        address = str(link["href"])
        if address.startswith(("http://", "https://")) and address not in link.get_text():
            link.append(f" ({address})")
    for line in soup("br"):
        line.replace_with("\n")
    for block in soup(_BLOCKS):
        block.insert_before("\n\n")
        block.insert_after("\n\n")
    return soup.get_text()


def kept_body(text: str) -> str:
    """``text`` without what cannot be stored or shown; empty where nothing is left to see."""
    text = _storable(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t")
    text = _BLANK_LINES.sub("\n\n", strip_unsafe(unicodedata.normalize("NFC", text))).strip()
    return text if is_visible(text) else ""


def kept_name(name: str) -> str:
    """A name on one line that shows as it is stored, cut to what fits."""
    name = strip_unsafe(unicodedata.normalize("NFC", _storable(name, keep="", instead=" ")))
    name = " ".join(name.split())[:NAME_LENGTH].strip()
    return name if is_visible(name) else ""


def kept_email(email: str) -> str:
    """An address that mail can be sent to, or nothing."""
    try:
        return clean_email(email)
    except ValidationError:
        return ""


def kept_url(url: str) -> str:
    """A web address, or nothing."""
    try:
        return clean_url(url)
    except ValidationError:
        return ""


def _storable(text: str, keep: str, instead: str = "") -> str:
    return "".join(instead if _unstorable(c) and c not in keep else c for c in text)


def _unstorable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")
