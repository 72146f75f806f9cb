"""The README's steps make a site that works, and a step left out is named by a check."""

import json
import shlex

import pytest
from django.utils.html import strip_tags

from wagtail_gulf_summit.compat import WAGTAIL_8

from .readme import ROOT, ReadmeSite, lines

NEEDED_BY = '"wagtail_gulf_summit.{}" does not work without it.'.format

# Lines of the README, and what `manage.py check` says without them. Those of a group are left out together, as none
# hides what is said of another: to start a site takes seconds.
LEFT_OUT = {
    "the package": {'"wagtail_gulf_summit",': ("E003", 'Add "wagtail_gulf_summit" to INSTALLED_APPS')},
    "people": {
        '"wagtail_gulf_summit.people",': (
            "E003",
            f'Add "wagtail_gulf_summit.people" to INSTALLED_APPS: {NEEDED_BY("articles")}',
        ),
    },
    "citations": {
        '"wagtail_gulf_summit.citations",': ("E003", 'Add "wagtail_gulf_summit.citations" to INSTALLED_APPS')
    },
    "articles": {'"wagtail_gulf_summit.articles",': ("E003", 'Add "wagtail_gulf_summit.articles" to INSTALLED_APPS')},
    "delivery": {'"wagtail_gulf_summit.delivery",': ("E003", 'Add "wagtail_gulf_summit.delivery" to INSTALLED_APPS')},
    "rooms that nothing needs": {
        '"wagtail_gulf_summit.arabic",': ("E011", 'Add "wagtail_gulf_summit.arabic" to INSTALLED_APPS'),
        '"wagtail_gulf_summit.comments",': ("E011", 'Add "wagtail_gulf_summit.comments" to INSTALLED_APPS'),
        '"wagtail_gulf_summit.api",': ("E014", 'Add "wagtail_gulf_summit.api" to INSTALLED_APPS'),
    },
    "pages and what they are read and translated by": {
        '"wagtail_gulf_summit.pages",': ("W012", 'Add "wagtail_gulf_summit.pages" to INSTALLED_APPS'),
        '"wagtail_localize.locales",': ("W013", 'Add "wagtail_localize.locales" to INSTALLED_APPS'),
        'path("api/v2/", api_router.urls),': ("E803", 'Have path("api/v2/", api_router.urls)'),
    },
    "apps of others": {
        '"wagtail_localize",': ("W009", 'Add "wagtail_localize" and "wagtail_localize.locales" to INSTALLED_APPS'),
        '"wagtail.api.v2",': ("E804", 'Add "wagtail.api.v2" to INSTALLED_APPS'),
        '"rest_framework",': ("E804", 'Add "rest_framework" to INSTALLED_APPS'),
        '"django_comments_xtd",': ("E003", 'Add "django_comments_xtd" to INSTALLED_APPS'),
        '"django_comments",': ("E003", 'Add "django_comments" to INSTALLED_APPS'),
        '"django.contrib.sites",': ("E003", f'Add "django.contrib.sites" to INSTALLED_APPS: {NEEDED_BY("comments")}'),
        '"wagtail.contrib.typed_table_block",': (
            "E003",
            'Add "wagtail.contrib.typed_table_block" to INSTALLED_APPS',
        ),
    },
    "settings and addresses": {
        '"wagtail_gulf_summit.events",': ("E003", 'Add "wagtail_gulf_summit.events" to INSTALLED_APPS'),
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
        "v2.register(api_router)": ("W805", "Call v2.register(api_router)"),
        **({"v3.register(api)": ("W805", "Call v3.register(api)")} if WAGTAIL_8 else {}),
    },
}


@pytest.mark.parametrize("group", LEFT_OUT)
def test_each_line_left_out_is_named_by_a_check(tmp_path, group):
    messages = LEFT_OUT[group]
    assert set(messages) <= set(lines())
    expected_code = 1 if any(identity.startswith("E") for identity, _hint in messages.values()) else 0
    output = ReadmeSite(tmp_path / "mysite", without=messages).manage("check", code=expected_code)
    for identity, hint in messages.values():
        assert f"gulf_summit.{identity}" in output
        assert hint in output.split(f"gulf_summit.{identity}", 1)[1]
    assert "Traceback" not in output


def test_the_site_has_no_mistakes_and_an_article_made_in_its_admin_is_read_through_every_door(tmp_path):
    site = ReadmeSite(tmp_path / "mysite")
    script = ROOT / "tests" / "docs" / "first_article.py"
    output = site.manage(
        "check",
        "makemigrations --check --dry-run",
        "migrate --verbosity 0",
        f"shell --verbosity 0 --command {shlex.quote(script.read_text(encoding='utf-8'))}",
    )
    checks, migrations, *_log, last = output.splitlines()
    assert checks == "System check identified no issues (0 silenced)."
    assert migrations == "No changes detected"
    answers = json.loads(last)
    assert list(answers) == ["newsroom/articles", "v2/pages", *(["v3/pages"] if WAGTAIL_8 else [])]
    for answer in answers.values():
        assert answer["title"] == "القمة تبدأ غدًا"
        assert [(block["type"], strip_tags(block["value"])) for block in answer["body"]] == [
            ("paragraph", "قالت الهيئة إن القمة تبدأ غدًا.")
        ]
    assert (answers["newsroom/articles"]["lang"], answers["newsroom/articles"]["dir"]) == ("ar", "rtl")
