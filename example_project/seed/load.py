"""Load everything, in the order in which one thing needs another."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Locale

from .comments import load_comments
from .data import LANGUAGES
from .ensure import Progress
from .pages import load_pages
from .snippets import load_snippets
from .users import load_moderation, load_users


def load(port: int, write: Callable[[str], object]) -> dict[str, str]:
    """Make what is missing and tell ``write`` about it; the password of each user by name."""
    progress = Progress(write)
    with transaction.atomic():
        locales = load_locales(progress)
        passwords = load_users(progress)
        load_snippets(locales, progress)
        load_pages(locales, port, progress)
        load_moderation()
        load_comments(progress)
    return passwords


def load_locales(progress: Progress) -> dict[str, Locale]:
    locales = {}
    for language in LANGUAGES:
        locales[language], created = Locale.objects.get_or_create(language_code=language)
        progress.note("languages", created)
    progress.say("languages")
    return locales
