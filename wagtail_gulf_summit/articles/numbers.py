"""Numbers as JSON has them."""

from decimal import Decimal


def json_number(value: Decimal | None) -> int | float | None:
    """A whole number where it is one.

    >>> json_number(Decimal("82000000")), json_number(Decimal("7.5")), json_number(None)
    (82000000, 7.5, None)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
