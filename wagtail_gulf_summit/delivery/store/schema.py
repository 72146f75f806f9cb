"""The version of the contract: what a stored document was computed with."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.core.signals import setting_changed
from django.utils import translation
from django.utils.functional import Promise

import wagtail_gulf_summit
from wagtail_gulf_summit.conf import conf

#: Raise it whenever documents change shape, or what their keys name, without a new release.
CONTRACT = 2


#: Settings that no document shows, and that may differ from one process to another.
UNSEEN = {"DATABASES", "ROOT_URLCONF", "INSTALLED_APPS", "MIDDLEWARE"}


@lru_cache(maxsize=1)
def schema_version() -> str:
    """A digest of the contract, the release, and every setting that documents show.

    Documents that were stored under another one are computed anew when they are read.
    """
    names = sorted(name for name in dir(type(conf)) if name.isupper() and name not in UNSEEN)
    with translation.override(None):
        shown = [(name, _told(getattr(conf, name))) for name in names]
    told = repr((CONTRACT, wagtail_gulf_summit.__version__, shown))
    return sha256(told.encode()).hexdigest()[:40]


def _told(value: Any) -> str:
    """``value`` in words that are the same in every process: no address of an object, no language of a thread."""
    if isinstance(value, dict):
        return repr(sorted((str(key), _told(one)) for key, one in value.items()))
    if isinstance(value, list | tuple):
        return repr([_told(one) for one in value])
    if isinstance(value, set | frozenset):
        return repr(sorted(_told(one) for one in value))
    if isinstance(value, str | int | float | bool | None | Promise):
        return repr(str(value))
    return type(value).__qualname__


def _forget(**kwargs: Any) -> None:
    schema_version.cache_clear()


setting_changed.connect(_forget, dispatch_uid="gulf_summit_schema_version")
