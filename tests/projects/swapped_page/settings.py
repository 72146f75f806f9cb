"""A site that has swapped Wagtail's base page for its own (Wagtail 8.0), and so brings its own page types."""

from tests.projects.full.settings import *  # noqa: F403
from tests.projects.full.settings import INSTALLED_APPS as FULL

ROOT_URLCONF = "tests.projects.swapped_page.urls"
WAGTAIL_PAGE_MODEL = "swapped_base.BasePage"
INSTALLED_APPS = [
    *(name for name in FULL if name != "wagtail_gulf_summit.pages" and not name.startswith("tests.")),
    "tests.projects.swapped_page.base",
    "tests.projects.swapped_page.news",
]
