"""A site that has kept its notes in wagtail-footnotes until now."""

from tests.projects.citations_only.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail_footnotes"]  # noqa: F405
