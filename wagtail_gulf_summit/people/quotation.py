"""Quotation marks around what somebody said."""

import re

from django.utils.safestring import SafeString, mark_safe

from wagtail_gulf_summit.arabic.quotation import quotation_marks

_FIRST_TEXT = re.compile(r"^((?:\s*<(?:p|ul|ol|li|b|i|em|strong)\b[^>]*>)*)", re.IGNORECASE)
_LAST_TEXT = re.compile(r"((?:</(?:p|ul|ol|li|b|i|em|strong)>\s*)*)$", re.IGNORECASE)


def in_quotation_marks(html: str, language_code: str) -> SafeString:
    """Display-ready ``html`` with marks around its text, inside the outermost paragraphs.

    >>> in_quotation_marks("<p>نعم.</p>", "ar")
    '<p>“نعم.”</p>'
    """
    opening, closing = quotation_marks(language_code)
    html = _FIRST_TEXT.sub(lambda match: match[1] + opening, html, count=1)
    return mark_safe(_LAST_TEXT.sub(lambda match: closing + match[1], html, count=1))  # noqa: S308 - marks only
