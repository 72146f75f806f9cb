"""Opaque cursors: the place of an item in a list, signed so that nobody builds one by hand and relies on it."""

import base64
import binascii
from functools import lru_cache

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from .problems import Problem

_SALT = "gulf_summit.newsroom.cursor"


@lru_cache(maxsize=1024)  # the first pages of lists are asked for again and again
def encode(place: tuple[int, int] | None, name: str) -> str | None:
    """A cursor for ``(sort, id)`` in the list of that name; ``None`` for no place."""
    if place is None:
        return None
    signed = _signer(name).sign(f"{place[0]},{place[1]}")
    return base64.urlsafe_b64encode(signed.encode()).decode().rstrip("=")


def decode(cursor: str, name: str) -> tuple[int, int]:
    """The place that ``encode`` was given for this list. Raises ``Problem`` 400 for anything else."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        signed = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
        sort, object_id = _signer(name).unsign(signed).split(",")
        return int(sort), int(object_id)
    except (BadSignature, ValueError, binascii.Error):
        message = _("This cursor is not valid. Begin again without one.")
        raise Problem(400, "bad-cursor", message, errors={"cursor": message}) from None


def _signer(name: str) -> Signer:
    return Signer(salt=f"{_SALT}.{name}")
