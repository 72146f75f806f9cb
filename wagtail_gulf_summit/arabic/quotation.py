"""Quotation marks as each language prints them."""

from .locales import primary_subtag

DEFAULT_MARKS = ("“", "”")
MARKS = {
    "de": ("„", "“"),
    "fa": ("«", "»"),
    "fr": ("«\u00a0", "\u00a0»"),
    "he": ("”", "”"),
    "it": ("«", "»"),
    "ru": ("«", "»"),
}


def quotation_marks(language: str) -> tuple[str, str]:
    """The opening and the closing mark.

    >>> "".join(quotation_marks("ar-ae"))
    '“”'
    """
    return MARKS.get(primary_subtag(language), DEFAULT_MARKS)


def quoted(text: str, language: str) -> str:
    """``text`` between the quotation marks of ``language``."""
    opening, closing = quotation_marks(language)
    return f"{opening}{text}{closing}"
