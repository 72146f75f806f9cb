"""Whether reader comments can work on this site. Importable in any site."""

from django.apps import apps

NEEDED_APPS = ("django_comments", "django_comments_xtd", "django.contrib.sites")


def missing_apps() -> list[str]:
    """The apps that reader comments need and INSTALLED_APPS lacks."""
    return [name for name in NEEDED_APPS if not apps.is_installed(name)]


def comments_installed() -> bool:
    """Whether reader comments are installed, with all that they need."""
    return apps.is_installed("wagtail_gulf_summit.comments") and not missing_apps()
