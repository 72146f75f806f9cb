"""A publisher's site with page types of its own, made of the mixins; the ready-made pages are left out."""

from tests.projects.full.settings import *  # noqa: F403
from tests.projects.full.settings import INSTALLED_APPS as FULL

ROOT_URLCONF = "tests.projects.own_pages.urls"
INSTALLED_APPS = [
    *(name for name in FULL if name != "wagtail_gulf_summit.pages" and not name.startswith("tests.")),
    "tests.projects.own_pages.stories",
]
