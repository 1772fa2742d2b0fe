"""Units of measure and measure words: recognising one behind a number, and canonical quantities."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from math import prod
from typing import NamedTuple

from planparse import patterns
from planparse.lexicon.tables import rows

# 万亿元, 千万吨, 亿平方米: the multiplier belongs to the unit as written, not to the value.
_TO_ONE = patterns.compile(r"[:：∶]1(?![\d.:：∶])")
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
    """A unit as written. ``kind``: ratio, point, measure, money, count, score, age, time, rating or rate (with “/”).

    ``factor`` times a value gives the value in the ``canonical`` unit. ``base`` is its name without a multiplier, and
    ``times`` the multiplier (万吨: 吨, 10000). ``below`` are the units below the line of a
    rate that have to be converted too (千克/亩): then ``canonical`` and ``factor`` speak of what is above it alone.
    """

    text: str
    kind: str
    canonical: str
    factor: Decimal
    base: str = ""
    times: Decimal = Decimal(1)
    below: tuple["Unit", ...] = ()


@cache
def _base_units() -> dict[str, Unit]:
    return {
        text: Unit(text, kind, canonical, Decimal(factor), text) for text, kind, canonical, factor in rows("units.tsv")
    }


@cache
def _first_characters() -> frozenset[str]:
    """What a unit can begin with: most places hold none, and that is told at once."""
    return frozenset(text[0] for text in (*_base_units(), *MULTIPLIERS))


@cache
def _longest() -> int:
    return max(map(len, _base_units())) + max(map(len, MULTIPLIERS))


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at ``at``: 万吨标准煤, 微克/立方米, 个百分点, 件/万人; None if there is none."""
    head = _simple_unit_at(text, at)
    if head is None:
        return _to_one(text, at)
    below = tuple(_units_below(text, at + len(head.text)))
    if not below:
        return head
    whole = text[at : at + len(head.text) + sum(1 + len(unit.text) for unit in below)]
    if any(map(_needs_converting, below)) or len(below) > 1:
        return Unit(whole, "rate", head.canonical, head.factor, below=below)
    return Unit(whole, "rate", f"{head.canonical}/{below[0].text}", head.factor)


def _to_one(text: str, at: int) -> Unit | None:
    """车桩比达到4|:1: so many things to one other; 1:1.2 is no number."""
    ratio = _TO_ONE.match(text, at)
    return Unit(ratio[0], "bare", ":1", Decimal(1), ratio[0]) if ratio else None


def _units_below(text: str, at: int) -> Iterator[Unit]:
    """The units behind “/”, “·” and 每: 吨|/月·平方公里, 微克|每立方米."""
    while (joint := text[at : at + 1]) and joint in "/·每" and (unit := _simple_unit_at(text, at + 1)):
        if joint == "每" and unit.kind not in ("measure", "time"):
            return
        yield unit
        at += 1 + len(unit.text)


def _needs_converting(unit: Unit) -> bool:
    """Whether a unit below the line is no canonical one. 件/万人 stays per 10,000 people: the figure that analysts know."""
    return unit.kind == "measure" and unit.factor != 1


def read_unit(text: str) -> Unit | None:
    """The unit that is written exactly so; None if it is unknown."""
    unit = unit_at(text, 0)
    return unit if unit is not None and unit.text == text else None


def _simple_unit_at(text: str, at: int) -> Unit | None:
    """The longest unit without “/” that stands at ``at``."""
    return _simple_unit(text[at : at + _longest()]) if text[at : at + 1] in _first_characters() else None


@lru_cache(4096)
def _simple_unit(text: str) -> Unit | None:
    """The longest unit that opens the text; 千瓦时 is no 千 of 瓦时, so every multiplier is tried."""
    found = [
        Unit(multiplier + base.text, base.kind, base.canonical, factor * base.factor, base.text, factor)
        for multiplier, factor in (("", Decimal(1)), *MULTIPLIERS.items())
        if text.startswith(multiplier) and (base := _base_unit(text.removeprefix(multiplier)))
    ]
    return max(found, key=lambda unit: len(unit.text), default=None)


def _base_unit(text: str) -> Unit | None:
    table = _base_units()
    return next((table[text[:end]] for end in range(len(text), 0, -1) if text[:end] in table), None)


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
    factor, canonical = _converted(known) if known.below else (known.factor, known.canonical)
    return _scaled(value, factor), None if value_max is None else _scaled(value_max, factor), canonical


def _converted(rate: Unit) -> tuple[Decimal, str]:
    """The factor to, and the name of, the canonical unit of a rate whose parts below the line need converting."""
    from planparse.lexicon.compound_units import Part, conversion  # few notices need it

    below = conversion([Part(unit.base, unit.canonical, -1) for unit in rate.below])
    times = prod((unit.times for unit in rate.below), start=Decimal(1))
    names = "·".join(unit.canonical for unit in rate.below)
    return rate.factor * below / times, f"{rate.canonical}/{names}"


def _scaled(value: Decimal, factor: Decimal) -> Decimal:
    """The product without trailing zeros and without an exponent, to 12 significant digits."""
    product = Decimal(f"{value * factor:.12g}").normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral() else product
