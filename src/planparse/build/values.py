"""Values as JSON has them."""

from datetime import date
from decimal import Decimal
from typing import overload

from planparse.notice import Number


@overload
def number(value: Decimal) -> Number: ...
@overload
def number(value: None) -> None: ...
def number(value: Decimal | None) -> Number | None:
    """The digits as written: 17 is an integer, 20.8 stays 20.8, 17.0 stays 17.0."""
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    return int(value) if isinstance(exponent, int) and exponent >= 0 else float(value)


def day(value: date | None) -> str | None:
    """ISO 8601."""
    return value.isoformat() if value else None
