"""Plain text out of HTML."""

import re
from html import unescape

from django.utils.html import strip_tags

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|div|tr|td|th)>|<br\s*/?>", re.IGNORECASE)
_MARKER = re.compile(r'<sup class="citation">.*?</sup>', re.DOTALL)


def plain(html: str) -> str:
    """The text of ``html`` on one line, without the markers of citations.

    >>> plain("<p>واحد</p><p>اثنان &amp; ثلاثة</p>")
    'واحد اثنان & ثلاثة'
    """
    html = _MARKER.sub("", html)
    return " ".join(unescape(strip_tags(_BLOCK_END.sub(" ", html))).split())
