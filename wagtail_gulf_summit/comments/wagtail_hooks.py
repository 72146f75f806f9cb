"""Wagtail finds the desk here; without the apps it needs there is none, and a system check says so."""

from .installed import missing_apps

if not missing_apps():
    from .desk import hooks  # noqa: F401  (registers the desk)
