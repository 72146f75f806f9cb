"""The Babel locale behind a language code of the site."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from wagtail_gulf_summit.conf import conf

BRITISH = "en_GB"


def primary_subtag(language_code: str) -> str:
    """The language alone: ``ar`` of ``ar-ae``."""
    return language_code.lower().replace("_", "-").split("-")[0]


def babel_locale(language_code: str) -> Locale:
    """The locale whose months, separators and quotation marks a language uses.

    Plain ``ar`` takes the region of ``GULF_SUMMIT_ARABIC_REGION`` and plain
    ``en`` is British; a code with a region keeps it. A code that Babel does not
    know falls back to its primary subtag, then to British English.
    """
    return _locale(language_code, conf.GULF_SUMMIT_ARABIC_REGION)


@lru_cache(maxsize=256)
def _locale(language_code: str, arabic_region: str) -> Locale:
    primary = primary_subtag(language_code)
    names = [language_code.replace("-", "_"), primary]
    if language_code.lower() == "ar":
        names.insert(0, f"ar_{arabic_region}")
    elif language_code.lower() == "en":
        names.insert(0, BRITISH)
    for name in names:
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(BRITISH)
