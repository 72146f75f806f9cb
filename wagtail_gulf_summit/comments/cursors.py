"""Opaque cursors: a place in a list that stays right while comments are added. Pure.

>>> decode_position(encode_position(40))
40
"""

import base64
import binascii
from datetime import datetime, timezone

from django.utils.translation import gettext_lazy as _

from .errors import Refusal

MAX_ID = 2**31 - 1


def encode(time: datetime, pk: int) -> str:
    """The place of a root in the list."""
    return _pack(f"{time.astimezone(timezone.utc).isoformat()}|{pk}")


def decode(cursor: str) -> tuple[datetime, int]:
    """The time and id that ``encode`` was given; anything else is refused."""
    try:
        time, pk = _unpack(cursor).split("|")
        parsed = datetime.fromisoformat(time), int(pk)
    except ValueError:
        raise _bad_cursor() from None
    # Times at the ends of the calendar have no equal in another time zone.
    if parsed[0].tzinfo is None or not 1970 <= parsed[0].year < 9000 or not 0 < parsed[1] <= MAX_ID:
        raise _bad_cursor()
    return parsed


def encode_position(position: int) -> str:
    """A place within one thread."""
    return _pack(f"p{position}")


def decode_position(cursor: str) -> int:
    """The place that ``encode_position`` was given; 0 for no cursor."""
    if not cursor:
        return 0
    try:
        text = _unpack(cursor)
        position = int(text[1:])
    except ValueError:
        raise _bad_cursor() from None
    if text[0] != "p" or not 0 <= position <= MAX_ID:
        raise _bad_cursor()
    return position


def _pack(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _unpack(cursor: str) -> str:
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError) as error:
        raise ValueError(str(error)) from None


def _bad_cursor() -> Refusal:
    message = _("This cursor is not valid. Begin again without one.")
    return Refusal("bad-cursor", message, fields={"cursor": message})
