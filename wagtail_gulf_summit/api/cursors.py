"""Opaque cursors: the place of an item in a list, signed so that nobody builds one by hand and relies on it."""

import base64
import binascii
from functools import lru_cache

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from .problems import Problem

_SALT = "gulf_summit.newsroom.cursor"


@lru_cache(maxsize=1024)  # the first pages of lists are asked for again and again
def encode(place: tuple[int, ...] | None, name: str) -> str | None:
    """A cursor for a place, mostly ``(sort, id)``, in the list of that name; ``None`` for no place."""
    if place is None:
        return None
    signed = _signer(name).sign(",".join(str(number) for number in place))
    return base64.urlsafe_b64encode(signed.encode()).decode().rstrip("=")


def decode(cursor: str, name: str) -> tuple[int, int]:
    """The ``(sort, id)`` that ``encode`` was given for this list. Raises ``Problem`` 400 for anything else."""
    sort, object_id = decode_numbers(cursor, name, 2)
    return sort, object_id


def decode_numbers(cursor: str, name: str, count: int) -> list[int]:
    """A place of ``count`` numbers that ``encode`` was given. Raises ``Problem`` 400 for anything else."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        signed = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
        numbers = [int(number) for number in _signer(name).unsign(signed).split(",")]
        if len(numbers) != count:
            raise ValueError
        return numbers
    except (BadSignature, ValueError, binascii.Error):
        message = _("This cursor is not valid. Begin again without one.")
        raise Problem(400, "bad-cursor", message, errors={"cursor": message}) from None


def _signer(name: str) -> Signer:
    return Signer(salt=f"{_SALT}.{name}")
