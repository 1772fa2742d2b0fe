"""Compound units whose parts need converting (千克/亩, 吨/月·平方公里), through pint.

The table of ``units`` knows what a single unit comes to, and nearly all rates are written in units that stay as they
are (微克/立方米, 件/万人). The others are few, and pint takes ten times as long to start as such a notice takes to
read: it is loaded when the first of them comes up. ``data/unit_definitions.txt`` gives it the Chinese names.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_DEFINITIONS = Path(__file__).parent / "data" / "unit_definitions.txt"


class Part(NamedTuple):
    """One part of a compound unit: its name, the name of its canonical unit, and 1 above or -1 below the line."""

    name: str
    canonical: str
    power: int


def conversion(parts: Sequence[Part]) -> Decimal:
    """The factor from the parts as written to their canonical units.

    >>> conversion([Part("千克", "吨", 1), Part("亩", "公顷", -1)])
    Decimal('0.015')
    """
    written = _product((part.name, part.power) for part in parts)
    canonical = _product((part.canonical, part.power) for part in parts)
    return Decimal(f"{written.to(canonical.units).magnitude:.12g}").normalize()


def _product(parts: Any) -> Any:
    registry = registry_of_units()
    product = registry.Quantity(Decimal(1))
    for name, power in parts:
        if name not in registry:
            registry.define(f"{name} = [{name}]")  # what is counted: 人, 户, 元
        product *= registry.Quantity(Decimal(1), name) ** power
    return product


@cache
def registry_of_units() -> Any:
    """pint's registry with the Chinese names; exact, in decimals."""
    from pint import UnitRegistry

    registry: Any = UnitRegistry(non_int_type=Decimal)
    registry.load_definitions(_DEFINITIONS)
    return registry
