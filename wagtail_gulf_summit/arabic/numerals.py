"""Numbers and digits as the publisher prints them.

Western digits are the default in Arabic too, as in most Gulf newspapers;
``GULF_SUMMIT_ARABIC_DIGITS = "arabic-indic"`` prints ٠١٢٣٤٥٦٧٨٩.
"""

from decimal import Decimal

from babel.numbers import format_decimal

from wagtail_gulf_summit.conf import conf

from .locales import babel_locale, primary_subtag

Number = int | float | Decimal

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def uses_arabic_indic(language: str) -> bool:
    """Whether text in ``language`` is printed with Arabic-Indic digits."""
    return primary_subtag(language) == "ar" and conf.GULF_SUMMIT_ARABIC_DIGITS == "arabic-indic"


def localise_digits(text: str, language: str) -> str:
    """``text`` with its digits as ``language`` prints them; nothing else changes."""
    return text.translate(_ARABIC_INDIC) if uses_arabic_indic(language) else text


def format_number(number: Number, language: str) -> str:
    """A number with the separators and digits of ``language``: ``82,000,000``."""
    numbering_system = "arab" if uses_arabic_indic(language) else "latn"
    formatted = format_decimal(number, locale=babel_locale(language), numbering_system=numbering_system)
    return localise_digits(formatted, language)


def format_percent(number: Number, language: str) -> str:
    """A share given in hundredths: ``format_percent(74, "ar")`` is ``74%``."""
    sign = "٪" if uses_arabic_indic(language) else "%"
    return f"{format_number(number, language)}{sign}"
