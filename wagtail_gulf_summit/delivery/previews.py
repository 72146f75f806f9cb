"""Tokens that let a frontend show a draft, and the document of that draft."""

from typing import Any

from django.core import signing

from wagtail_gulf_summit.conf import conf

from .builders.pages import Page
from .kinds import Built, build, kind_of

_SALT = "gulf_summit.preview"


class Forged(Exception):
    """The token was not given out by this site."""


class Expired(Exception):
    """The token was given out longer ago than ``GULF_SUMMIT_PREVIEW_SECONDS``."""


def has_preview(page: Any) -> bool:
    """Whether the drafts of ``page`` have a document: those of a page on a site do."""
    return kind_of(page) is not None and bool(page.get_url_parts())


def preview_token(page: Any) -> str:
    """A token for the drafts of ``page``: whoever holds it sees the latest one until the token expires."""
    return signing.dumps(page.pk, salt=_SALT)


def preview_of(token: str) -> Built | None:
    """The document of the page's latest draft; ``None`` if the page is gone. Raises ``Forged`` and ``Expired``."""
    try:
        page_id = signing.loads(token, salt=_SALT, max_age=conf.GULF_SUMMIT_PREVIEW_SECONDS)
    except signing.SignatureExpired:
        raise Expired from None
    except signing.BadSignature:
        raise Forged from None
    page = Page.objects.filter(pk=page_id).first()
    if page is None or not has_preview(page):
        return None
    return build(page.specific.get_latest_revision_as_object())
