"""Mistakes a site can make as a whole: each is named, with a hint that says what to write."""

import os
import subprocess
import sys

import pytest
from django.conf import global_settings
from django.core.checks import run_checks

from wagtail_gulf_summit import checks
from wagtail_gulf_summit.requirements import missing_apps


def ids(messages):
    return [message.id for message in messages]


def test_the_site_with_everything_installed_has_no_mistakes():
    assert [message for message in run_checks(tags=["gulf_summit"]) if "gulf_summit.E0" in message.id] == []


@pytest.mark.parametrize(
    ("name", "value", "function", "expected"),
    [
        ("GULF_SUMMIT_IMAGE_WIDTHS", (400, -1), checks.check_image_settings, ["gulf_summit.E001"]),
        ("GULF_SUMMIT_IMAGE_FORMATS", ("webp", "gif"), checks.check_image_settings, ["gulf_summit.E002"]),
        ("WAGTAIL_I18N_ENABLED", False, checks.check_languages, ["gulf_summit.W005"]),
        ("WAGTAIL_CONTENT_LANGUAGES", [("en", "English")], checks.check_languages, ["gulf_summit.W006"]),
        ("WAGTAIL_CONTENT_LANGUAGES", [("ar-ae", "Arabic")], checks.check_languages, []),
        ("WAGTAIL_CONTENT_LANGUAGES", global_settings.LANGUAGES, checks.check_languages, ["gulf_summit.W006"]),
        ("MIDDLEWARE", [], checks.check_languages, ["gulf_summit.W007"]),
        ("USE_TZ", False, checks.check_time_zones, ["gulf_summit.E008"]),
    ],
)
def test_a_setting_that_cannot_work_is_named(settings, name, value, function, expected):
    assert function(None) == []
    setattr(settings, name, value)
    messages = function(None)
    assert ids(messages) == expected
    assert all(message.hint for message in messages)


def test_an_app_in_the_wrong_place_is_named():
    script = """
from django.core.management import execute_from_command_line
from tests.projects.full import settings
settings.INSTALLED_APPS.remove("django_comments_xtd")
settings.INSTALLED_APPS.insert(0, "django_comments_xtd")
execute_from_command_line(["manage.py", "check"])
"""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.projects.full.settings", "PYTHONPATH": "."}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert "gulf_summit.W004" in done.stderr
    assert 'Move "wagtail_gulf_summit" above "django_comments_xtd".' in done.stderr


def test_apps_that_the_missing_ones_need_are_missing_too():
    listed = ["wagtail_gulf_summit.pages", "wagtail_gulf_summit", "wagtail.snippets", "wagtail.images"]
    listed += ["wagtail.search", "wagtail.admin", "wagtail"]
    assert missing_apps(listed) == {
        "wagtail_gulf_summit.articles": "wagtail_gulf_summit.pages",
        "wagtail_gulf_summit.events": "wagtail_gulf_summit.pages",
        "wagtail_gulf_summit.people": "wagtail_gulf_summit.articles",
        "wagtail_gulf_summit.citations": "wagtail_gulf_summit.articles",
        "wagtail.contrib.typed_table_block": "wagtail_gulf_summit.articles",
    }
