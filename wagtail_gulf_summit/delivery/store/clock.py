"""Moments as the microseconds that the store keeps."""

from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(value: datetime | None) -> int | None:
    """An aware moment as whole microseconds since 1970 UTC.

    >>> to_micros(datetime(1970, 1, 1, 0, 0, 1, tzinfo=timezone.utc))
    1000000
    """
    return None if value is None else (value - EPOCH) // _MICROSECOND


def from_micros(value: int) -> datetime:
    """The moment in UTC; the other way round."""
    return EPOCH + value * _MICROSECOND


def now_micros() -> int:
    return (datetime.now(timezone.utc) - EPOCH) // _MICROSECOND
