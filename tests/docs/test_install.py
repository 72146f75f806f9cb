"""The README's steps make a site that works, and a step left out is named by a check."""

import json

import pytest
from django.utils.html import strip_tags

from wagtail_gulf_summit.compat import WAGTAIL_8

from .readme import ROOT, ReadmeSite, lines

# A line of the README, and what `manage.py check` says without it.
LEFT_OUT = {
    '"wagtail_gulf_summit",': ("E003", 'Add "wagtail_gulf_summit" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.people",': ("E003", 'Add "wagtail_gulf_summit.people" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.citations",': ("E003", 'Add "wagtail_gulf_summit.citations" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.articles",': ("E003", 'Add "wagtail_gulf_summit.articles" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.events",': ("E003", 'Add "wagtail_gulf_summit.events" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.delivery",': ("E003", 'Add "wagtail_gulf_summit.delivery" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.arabic",': ("E011", 'Add "wagtail_gulf_summit.arabic" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.comments",': ("E011", 'Add "wagtail_gulf_summit.comments" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.api",': ("E014", 'Add "wagtail_gulf_summit.api" to INSTALLED_APPS'),
    '"wagtail_gulf_summit.pages",': ("W012", 'Add "wagtail_gulf_summit.pages" to INSTALLED_APPS'),
    '"wagtail_localize",': ("W009", 'Add "wagtail_localize"'),
    '"wagtail_localize.locales",': ("W013", 'Add "wagtail_localize.locales" to INSTALLED_APPS'),
    '"wagtail.api.v2",': ("E804", 'Add "wagtail.api.v2" to INSTALLED_APPS'),
    '"rest_framework",': ("E804", 'Add "rest_framework" to INSTALLED_APPS'),
    '"django_comments_xtd",': ("E003", 'Add "django_comments_xtd" to INSTALLED_APPS'),
    '"django_comments",': ("E003", 'Add "django_comments" to INSTALLED_APPS'),
    '"django.contrib.sites",': ("E003", 'Add "django.contrib.sites" to INSTALLED_APPS'),
    '"wagtail.contrib.typed_table_block",': ("E003", 'Add "wagtail.contrib.typed_table_block" to INSTALLED_APPS'),
    'MIDDLEWARE.insert(2, "django.middleware.locale.LocaleMiddleware")': ("W007", "LocaleMiddleware"),
    'MIDDLEWARE[-1] = "wagtail_gulf_summit.arabic.redirects.RedirectMiddleware"': ("W605", "RedirectMiddleware"),
    "WAGTAIL_I18N_ENABLED = True": ("W005", "Set WAGTAIL_I18N_ENABLED = True"),
    'LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ar", "العربية"), ("en", "English")]': ("W006", "Set LANGUAGES"),
    "SITE_ID = 1": ("E504", "Set SITE_ID = 1"),
    'COMMENTS_APP = "django_comments_xtd"': ("E502", "Set COMMENTS_APP"),
    'COMMENTS_XTD_MODEL = "wagtail_gulf_summit.comments.models.ReaderComment"': ("E503", "Set COMMENTS_XTD_MODEL"),
    'WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail_gulf_summit.arabic.search"}}': (
        "W603",
        "in WAGTAILSEARCH_BACKENDS",
    ),
    'path("comments/", include("wagtail_gulf_summit.comments.urls")),': ("W512", 'Add path("comments/"'),
    'path("api/newsroom/", newsroom.urls),': ("W801", 'Add path("api/newsroom/"'),
    'path("api/v2/", api_router.urls),': ("E803", 'Have path("api/v2/", api_router.urls)'),
    "v2.register(api_router)": ("W805", "Call v2.register(api_router)"),
    **({"v3.register(api)": ("W805", "Call v3.register(api)")} if WAGTAIL_8 else {}),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return ReadmeSite(tmp_path_factory.mktemp("site") / "mysite")


def test_the_checks_are_clean(site):
    assert site.manage("check") == "System check identified no issues (0 silenced).\n"


def test_no_migration_is_missing(site):
    assert site.manage("makemigrations", "--check", "--dry-run") == "No changes detected\n"


@pytest.mark.parametrize("line", LEFT_OUT)
def test_a_line_left_out_is_named_by_a_check(tmp_path, line):
    assert line in lines()
    identity, hint = LEFT_OUT[line]
    expected_code = 1 if identity.startswith("E") else 0
    output = ReadmeSite(tmp_path / "mysite", without=line).manage("check", code=expected_code)
    assert f"gulf_summit.{identity}" in output
    assert hint in output.split(f"gulf_summit.{identity}", 1)[1]
    assert "Traceback" not in output


def test_an_article_made_in_the_admin_is_read_through_every_door(site):
    site.manage("migrate", "--verbosity", "0")
    script = (ROOT / "tests" / "docs" / "first_article.py").read_text(encoding="utf-8")
    answers = json.loads(site.manage("shell", "--verbosity", "0", "--command", script).splitlines()[-1])
    assert list(answers) == ["newsroom/articles", "v2/pages", *(["v3/pages"] if WAGTAIL_8 else [])]
    for answer in answers.values():
        assert answer["title"] == "القمة تبدأ غدًا"
        assert [(block["type"], strip_tags(block["value"])) for block in answer["body"]] == [
            ("paragraph", "قالت الهيئة إن القمة تبدأ غدًا.")
        ]
    assert (answers["newsroom/articles"]["lang"], answers["newsroom/articles"]["dir"]) == ("ar", "rtl")
