"""A site with every room of the package installed."""

import os
from importlib.util import find_spec

import dj_database_url

BASE_DIR = os.path.dirname(os.path.abspath(__file__))
SECRET_KEY = "for tests only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "Asia/Dubai"
ROOT_URLCONF = "tests.projects.full.urls"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = os.path.join(BASE_DIR, "media")
SITE_ID = 1

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or "sqlite://:memory:",
    )
}
# On PostgreSQL, the name of a migrated database that the tests' own is copied from.
DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get("DATABASE_TEMPLATE")}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}

INSTALLED_APPS = [
    "wagtail_gulf_summit",
    "wagtail_gulf_summit.arabic",
    "wagtail_gulf_summit.people",
    "wagtail_gulf_summit.citations",
    "wagtail_gulf_summit.comments",
    "wagtail_gulf_summit.articles",
    "wagtail_gulf_summit.events",
    "wagtail_gulf_summit.delivery",
    "wagtail_gulf_summit.api",
    "wagtail_gulf_summit.pages",
    "tests.citations.study",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v2",
    *(["wagtail.api.v3"] if find_spec("wagtail.api.v3") else []),
    "wagtail",
    "modelcluster",
    "taggit",
    "ninja",
    "rest_framework",
    "django_filters",
    "django_comments_xtd",
    "django_comments",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail_gulf_summit.arabic.redirects.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

LANGUAGE_CODE = "ar"
USE_I18N = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ar", "Arabic"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
WAGTAIL_SITE_NAME = "Gulf Summit"
WAGTAILADMIN_BASE_URL = "http://testserver"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail_gulf_summit.arabic.search"}}
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "wagtail_gulf_summit.comments.models.ReaderComment"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
