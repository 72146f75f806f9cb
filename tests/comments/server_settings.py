"""A site behind gunicorn: the project at hand, and what the test asks for by environment."""

import json
import os
from importlib import import_module

from corsheaders.defaults import default_headers

_base = import_module(os.environ["COMMENTS_SERVER_BASE"])
globals().update({name: getattr(_base, name) for name in dir(_base) if name.isupper()})

INSTALLED_APPS = ["corsheaders", *_base.INSTALLED_APPS]
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *_base.MIDDLEWARE]
CORS_ALLOWED_ORIGINS = ["https://www.frontend.example"]
CORS_ALLOW_HEADERS = [*default_headers, "idempotency-key", "x-edit-token"]
CORS_EXPOSE_HEADERS = ["Retry-After"]
# Tests make the site anew while the workers live; what they remember of it would be another one's.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ["COMMENTS_SERVER_MAILS"]
GULF_SUMMIT_COMMENTS_CONFIRM_URL = "https://www.frontend.example/confirm?token={token}"
GULF_SUMMIT_COMMENTS_PRIVACY_URL = "https://www.frontend.example/privacy?token={token}"
globals().update(json.loads(os.environ.get("COMMENTS_SERVER_SETTINGS", "{}")))
