"""Make what is missing and leave what is there."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from wagtail.models import Locale, Page

from .data import key


class Progress:
    """Counts what was made and what was already there, and says so line by line."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.made: Counter[str] = Counter()
        self.kept: Counter[str] = Counter()

    def note(self, heading: str, created: bool) -> None:
        (self.made if created else self.kept)[heading] += 1

    def say(self, heading: str) -> None:
        self.write(f"{heading:<16} {self.made[heading]:>3} made, {self.kept[heading]:>3} already there")


def ensure_snippet(model: Any, name: str, locale: Locale, build: Callable[[], Any]) -> tuple[Any, bool]:
    """The snippet known as ``name`` in ``locale``; built, saved and published if there is none yet."""
    found = model.objects.filter(translation_key=key(name), locale=locale).first()
    if found:
        return found, False
    snippet = build()
    snippet.translation_key, snippet.locale = key(name), locale
    snippet.full_clean()
    snippet.save()
    snippet.save_revision().publish()
    return snippet, True


def ensure_page(model: Any, name: str, locale: Locale, parent: Page, build: Callable[[], Page]) -> tuple[Page, bool]:
    """The page known as ``name`` in ``locale``; built below ``parent`` and published if there is none yet."""
    found = model.objects.filter(translation_key=key(name), locale=locale).first()
    if found:
        return found, False
    page = build()
    page.translation_key, page.locale = key(name), locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk), True
