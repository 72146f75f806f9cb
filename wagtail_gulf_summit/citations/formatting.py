"""A source as a reader sees it: authors, title, edition, publisher.

In Arabic «العنوان، الطبعة. الناشر», in English "Title, Edition. Publisher".
"""

import unicodedata
from datetime import date
from html import unescape
from typing import Any

from django.utils import translation
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from wagtail_gulf_summit.arabic.bidi import Direction, direction, is_rtl, strip_unsafe
from wagtail_gulf_summit.arabic.dates import format_date
from wagtail_gulf_summit.arabic.locales import primary_subtag
from wagtail_gulf_summit.arabic.numerals import localise_digits

from .identifiers import web_url
from .registry import Party

NOTHING = SafeString("")
_SENTENCE_ENDS = (".", "!", "?", "؟", "…")


def format_source_html(source: Any, language: str) -> SafeString:
    """``source`` as one line of HTML in a text of ``language``.

    A source recorded in another language is in a ``<span>`` with its own
    ``lang`` and ``dir``, and printed by the rules of that language.
    """
    own = source.locale.language_code
    with translation.override(own):
        line = _printed(source) if source.printed.strip() else _sentences(source, own)
    if primary_subtag(own) == primary_subtag(language):
        return line
    return format_html('<span lang="{}" dir="{}">{}</span>', own, direction(own), line)


def standalone_html(source: Any) -> SafeString:
    """The line for a place of another or no known language, such as the admin: always with ``lang`` and ``dir``."""
    return format_source_html(source, "")


def format_source_text(source: Any, language: str) -> str:
    """The same line as plain text, for tooltips, lists and feeds."""
    return unescape(strip_tags(format_source_html(source, language)))


def link_of(source: Any) -> str:
    """Where a reader finds the source: its address, its archived copy when that is gone, or its DOI."""
    url, archive = web_url(source.url), web_url(source.archive_url)
    check = getattr(source, "link_check", None)
    if archive and (not url or (check is not None and check.url == source.url and check.is_dead)):
        return archive
    return url or (f"https://doi.org/{source.doi}" if source.doi else "")


def text_direction(text: str, language: str) -> Direction:
    """The direction of one part of the line: that of ``language``, unless no letter of ``text`` runs that way."""
    strong = {unicodedata.bidirectional(character) for character in text} & {"L", "R", "AL"}
    if not strong:
        return direction(language)
    if is_rtl(language):
        return "rtl" if strong & {"R", "AL"} else "ltr"
    return "ltr" if "L" in strong else "rtl"


def comma(language: str) -> str:
    """The comma and space between parts: ``"، "`` in Arabic script."""
    return "، " if is_rtl(language) else ", "


def _printed(source: Any) -> SafeString:
    return _linked(format_html("{}", strip_unsafe(source.printed.strip())), link_of(source))


def _sentences(source: Any, language: str) -> SafeString:
    sep = comma(language)
    authors, publishers = source.parties
    sentences = [
        _names(authors, sep),
        _join([_title(source, language), _plain(_edition(source))], sep),
        _join([_container(source, language), _plain(_numbers(source, sep, language))], sep),
        _publication(source, publishers, sep, language),
        _plain(source.note),
        _access(source, language),
    ]
    line = NOTHING
    for sentence in filter(None, sentences):
        ended = unescape(strip_tags(line)).endswith(_SENTENCE_ENDS)
        line = format_html("{}{}{}", line, (" " if ended else ". ") if line else "", sentence)
    return line


def _title(source: Any, language: str) -> SafeString:
    title = strip_unsafe(source.title.strip())
    own = source.language or language
    written = text_direction(title, own)
    # A translated title of a work is not in the language of the work.
    foreign = primary_subtag(own) != primary_subtag(language) and written == direction(own)
    lang = format_html(' lang="{}"', own) if foreign else ""
    return format_html('<cite{} dir="{}">{}</cite>', lang, written, _linked(format_html("{}", title), link_of(source)))


def _linked(content: SafeString, url: str) -> SafeString:
    return format_html('<a href="{}" rel="noopener nofollow">{}</a>', url, content) if url else content


def _edition(source: Any) -> str:
    if source.edition.strip():
        return source.edition.strip()
    return gettext("edition %(number)s") % {"number": source.edition_number} if source.edition_number else ""


def _container(source: Any, language: str) -> SafeString:
    title = strip_unsafe(source.container_title.strip())
    return format_html('<cite dir="{}">{}</cite>', text_direction(title, language), title) if title else NOTHING


def _numbers(source: Any, sep: str, language: str) -> str:
    issue = f"({source.issue})" if source.issue and source.volume else source.issue
    parts = [f"{source.volume}{issue}", gettext("pp. %(pages)s") % {"pages": source.pages} if source.pages else ""]
    return localise_digits(sep.join(filter(None, parts)), language)


def _publication(source: Any, publishers: list[Party], sep: str, language: str) -> SafeString:
    place = _plain(source.place)
    publisher = _names(publishers, sep)
    imprint = format_html("{}: {}", place, publisher) if place and publisher else place or publisher
    return _join([imprint, _plain(_when(source, language))], sep)


def _when(source: Any, language: str) -> str:
    """The date, unless the title or the edition already says the year."""
    if source.published_on:
        return format_date(source.published_on, language)
    if not source.year or str(source.year) in f"{source.title} {source.edition}":
        return ""
    return localise_digits(str(source.year), language)


def _access(source: Any, language: str) -> SafeString:
    archive = web_url(source.archive_url)
    seen = ""
    if isinstance(source.accessed, date):
        seen = gettext("Accessed %(date)s") % {"date": format_date(source.accessed, language)}
    kept = _linked(_plain(gettext("Archived copy")), archive) if archive and archive != link_of(source) else ""
    return _join([_plain(seen), kept], comma(language))


def _names(parties: list[Party], sep: str) -> SafeString:
    return format_html_join(sep, "<bdi>{}</bdi>", ((strip_unsafe(party.name.strip()),) for party in parties))


def _plain(text: str) -> SafeString:
    return format_html("<bdi>{}</bdi>", strip_unsafe(text.strip())) if text.strip() else NOTHING


def _join(parts: list[Any], sep: str) -> SafeString:
    return format_html_join(sep, "{}", ((part,) for part in parts if part))
