"""Small things done to the text of a page. Pure: no database."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_FIRST_PARAGRAPH = re.compile(r"^(\s*(?:<div[^>]*>\s*)*<p\b[^>]*>)")


def run_in(html: str, dateline: str) -> SafeString:
    """Display-ready ``html`` with ``dateline`` at the start of its first paragraph, as newspapers print it.

    It stands in a paragraph of its own where ``html`` begins with something else.

    >>> run_in("<p>أعلنت</p>", "دبي:")
    '<p><span class="dateline">دبي:</span> أعلنت</p>'
    """
    if not dateline:
        return mark_safe(html)  # noqa: S308 - made safe by display_html
    mark = format_html('<span class="dateline">{}</span>', dateline)
    joined, count = _FIRST_PARAGRAPH.subn(lambda match: f"{match[1]}{mark} ", html, count=1)
    return mark_safe(joined if count else f"<p>{mark}</p>{html}")  # noqa: S308
