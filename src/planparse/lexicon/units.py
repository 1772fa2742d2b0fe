"""Units of measure and measure words: recognising one behind a number, and canonical quantities."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from planparse.lexicon.tables import rows

# 万亿元, 千万吨, 亿平方米: the multiplier belongs to the unit as written, not to the value.
MULTIPLIERS = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}


class Unit(NamedTuple):
    """A unit as written. ``kind``: ratio, point, measure, money, count, score, time, rating or rate (with “/”)."""

    text: str
    kind: str
    canonical: str
    factor: Decimal


@cache
def _base_units() -> dict[str, Unit]:
    return {text: Unit(text, kind, canonical, Decimal(factor)) for text, kind, canonical, factor in rows("units.tsv")}


@cache
def _longest() -> int:
    return max(map(len, _base_units()))


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at ``at``: 万吨标准煤, 微克/立方米, 个百分点, 件/万人; None if there is none."""
    head = _simple_unit_at(text, at)
    if head is None:
        return None
    after = at + len(head.text)
    if text[after : after + 1] != "/":
        return head
    below = _simple_unit_at(text, after + 1)
    if below is None:
        return head
    # 件/万人 stays per 10,000 people: the figure that analysts know is the one below the multiplier.
    return Unit(f"{head.text}/{below.text}", "rate", f"{head.canonical}/{below.text}", head.factor)


def read_unit(text: str) -> Unit | None:
    """The unit that is written exactly so; None if it is unknown."""
    unit = unit_at(text, 0)
    return unit if unit is not None and unit.text == text else None


def _simple_unit_at(text: str, at: int) -> Unit | None:
    """The longest unit without “/”; 千瓦时 is no 千 of 瓦时, so every multiplier is tried."""
    found = [
        Unit(multiplier + base.text, base.kind, base.canonical, factor * base.factor)
        for multiplier, factor in (("", Decimal(1)), *MULTIPLIERS.items())
        if text.startswith(multiplier, at) and (base := _base_unit_at(text, at + len(multiplier)))
    ]
    return max(found, key=lambda unit: len(unit.text), default=None)


def _base_unit_at(text: str, start: int) -> Unit | None:
    table = _base_units()
    return next(
        (table[text[start:end]] for end in range(start + _longest(), start, -1) if text[start:end] in table), None
    )


def canonical_quantity(
    value: Decimal, value_max: Decimal | None, unit: str | None
) -> tuple[Decimal, Decimal | None, str | None] | None:
    """Value, upper value and unit in the canonical unit of the kind (3.5万吨/日 is 35000 吨/天).

    None where the unit is not in the table; a bare number stays as it is.
    """
    if unit is None:
        return value, value_max, None
    known = read_unit(unit)
    if known is None:
        return None
    return (
        _scaled(value, known.factor),
        None if value_max is None else _scaled(value_max, known.factor),
        known.canonical,
    )


def _scaled(value: Decimal, factor: Decimal) -> Decimal:
    """The product without trailing zeros and without an exponent, to 12 significant digits."""
    product = Decimal(f"{value * factor:.12g}").normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral() else product
