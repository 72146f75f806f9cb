"""DOI, ISBN and web addresses, brought to one form so that duplicates are seen."""

import re
from urllib.parse import urlsplit

_DOI = re.compile(r"10\.\d{4,9}/\S+", re.IGNORECASE)
_ISBN_SEPARATORS = re.compile(r"[\s\-‐-―]")


def normalise_doi(text: str) -> str:
    """The bare DOI in lower case; empty when there is none in ``text``.

    >>> normalise_doi("https://doi.org/10.1000/ABC.1")
    '10.1000/abc.1'
    """
    match = _DOI.search(text or "")
    return match.group(0).rstrip(".,;").lower() if match else ""


def normalise_isbn(text: str) -> str:
    """The 13 digits of an ISBN-10 or ISBN-13; empty when its check digit is wrong.

    >>> normalise_isbn("0-306-40615-2"), normalise_isbn("978-0-306-40615-7")
    ('9780306406157', '9780306406157')
    """
    digits = _ISBN_SEPARATORS.sub("", text or "").upper()
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        total = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
        return _as_isbn13("978" + digits[:9]) if total % 11 == 0 else ""
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        return digits if _as_isbn13(digits[:12]) == digits else ""
    return ""


def _as_isbn13(first_twelve: str) -> str:
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(first_twelve))
    return f"{first_twelve}{-total % 10}"


def web_url(text: str) -> str:
    """``text`` when it is an ``http`` or ``https`` address with a host, else an empty string.

    >>> web_url("javascript:alert(1)"), web_url("https://example.org/x")
    ('', 'https://example.org/x')
    """
    text = (text or "").strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    return text if parts.scheme.lower() in ("http", "https") and host else ""


def url_key(text: str) -> str:
    """What two spellings of one address share: no scheme, ``www.``, fragment or closing slash.

    >>> url_key("http://www.Example.org/a/#top") == url_key("https://example.org/a")
    True
    """
    if not web_url(text):
        return ""
    parts = urlsplit(text.strip())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
