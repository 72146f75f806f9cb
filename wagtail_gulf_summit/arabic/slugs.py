"""Slugs that keep the letters of the title: never transliterated, never cut inside a word.

``static/wagtail_gulf_summit/arabic/slugs.js`` does the same in the editor.
"""

import re
import unicodedata

MAX_LENGTH = 80

_IGNORED = re.compile("[\u0640'’ʼ`´]")
_SEPARATORS = re.compile(r"\W+")


def make_slug(title: str, max_length: int = MAX_LENGTH) -> str:
    """The slug of a title, at most ``max_length`` characters; empty when the title has no letter or digit.

    >>> make_slug("قمّة الحكومـــات الخليجية، دبي 2014")
    'قمة-الحكومات-الخليجية-دبي-2014'
    """
    # NFKC takes presentation forms to letters; the marks left over are tashkeel, which no reader types.
    text = unicodedata.normalize("NFKC", title).lower()
    text = "".join(character for character in text if unicodedata.category(character) not in ("Mn", "Cf"))
    slug = _SEPARATORS.sub("-", _IGNORED.sub("", text)).strip("-")
    return cut_at_word(slug, max_length)


def cut_at_word(slug: str, max_length: int = MAX_LENGTH) -> str:
    """``slug`` cut at its last hyphen within ``max_length``; a first word longer than that is cut inside."""
    if len(slug) <= max_length:
        return slug
    head = slug[: max_length + 1]
    return head.rpartition("-")[0] or slug[:max_length]
