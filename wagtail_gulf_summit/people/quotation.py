"""Quotation marks as each language prints them."""

import re

from django.utils.safestring import SafeString, mark_safe

from wagtail_gulf_summit.arabic.locales import primary_subtag

DEFAULT_MARKS = ("“", "”")
MARKS = {
    "de": ("„", "“"),
    "fa": ("«", "»"),
    "fr": ("«\u00a0", "\u00a0»"),
    "he": ("”", "”"),
    "it": ("«", "»"),
    "ru": ("«", "»"),
    "tr": ("“", "”"),
}
_FIRST_TEXT = re.compile(r"^((?:\s*<(?:p|ul|ol|li|b|i|em|strong)\b[^>]*>)*)", re.IGNORECASE)
_LAST_TEXT = re.compile(r"((?:</(?:p|ul|ol|li|b|i|em|strong)>\s*)*)$", re.IGNORECASE)


def quotation_marks(language_code: str) -> tuple[str, str]:
    """The opening and the closing mark.

    >>> "".join(quotation_marks("ar-AE"))
    '“”'
    """
    return MARKS.get(primary_subtag(language_code), DEFAULT_MARKS)


def in_quotation_marks(html: str, language_code: str) -> SafeString:
    """Display-ready ``html`` with marks around its text, inside the outermost paragraphs.

    >>> in_quotation_marks("<p>نعم.</p>", "ar")
    '<p>“نعم.”</p>'
    """
    opening, closing = quotation_marks(language_code)
    html = _FIRST_TEXT.sub(lambda match: match[1] + opening, html, count=1)
    return mark_safe(_LAST_TEXT.sub(lambda match: closing + match[1], html, count=1))  # noqa: S308 - marks only
