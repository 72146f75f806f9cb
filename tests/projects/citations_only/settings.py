"""A site that has taken the citations room and nothing else."""

from tests.projects.full.settings import *  # noqa: F403

ROOT_URLCONF = "tests.projects.citations_only.urls"

INSTALLED_APPS = [
    "wagtail_gulf_summit",
    "wagtail_gulf_summit.arabic",
    "wagtail_gulf_summit.citations",
    "tests.citations.study",
    "wagtail.contrib.redirects",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v2",
    *(["wagtail.api.v3"] if find_spec("wagtail.api.v3") else []),  # noqa: F405
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
