"""The example site, in production, on the benchmark's database."""

import os

from example_project.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "scripts.bench.tools.urls"
DATABASES["default"]["CONN_MAX_AGE"] = None  # noqa: F405
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False  # noqa: F405
if os.environ.get("BENCH_SHORT_WAY"):
    at = MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware")  # noqa: F405
    MIDDLEWARE.insert(at, "wagtail_gulf_summit.api.middleware.NewsroomMiddleware")  # noqa: F405
DATABASES["default"]["OPTIONS"] = {"application_name": os.environ.get("BENCH_SERVER", "bench")}  # noqa: F405
if os.environ.get("BENCH_PREPARED"):
    DATABASES["default"]["OPTIONS"].update(server_side_binding=True, prepare_threshold=2)  # noqa: F405
LOGGING = {"version": 1, "disable_existing_loggers": False}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
