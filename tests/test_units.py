"""Units: the table against pint's own definitions, compound units, units that nobody knows."""

import subprocess
import sys
from decimal import Decimal

import pytest

from planparse.build import _unknown_units
from planparse.document import Target
from planparse.lexicon.compound_units import registry_of_units
from planparse.lexicon.tables import rows
from planparse.lexicon.units import canonical_quantity, unit_at
from planparse.span import Span

ROWS = [tuple(row) for row in rows("units.tsv")]
LATIN = {"㎡": "平方米", "m²": "平方米", "m³": "立方米", "KW": "kW"}


def _known(name: str) -> bool:
    return name.isidentifier() and name in registry_of_units()


PHYSICAL = [
    row for row in ROWS if row[1] in ("measure", "time") and _known(LATIN.get(row[0], row[0])) and _known(row[2])
]


@pytest.mark.parametrize("row", PHYSICAL, ids=lambda row: row[0])
def test_the_table_says_what_pint_says(row: tuple[str, str, str, str]) -> None:
    name, _, canonical, factor = row
    by_pint = registry_of_units().Quantity(Decimal(1), LATIN.get(name, name)).to(canonical).magnitude
    assert abs(Decimal(by_pint) / Decimal(factor) - 1) < Decimal("1e-12")


def test_most_units_of_measure_are_compared() -> None:
    measures = [row for row in ROWS if row[1] == "measure"]
    assert len([row for row in PHYSICAL if row[1] == "measure"]) > len(measures) * 2 // 3


QUANTITIES = [
    ("12", "万吨标准煤", "120000", "吨标准煤"),
    ("3.5", "万千瓦", "35000", "千瓦"),
    ("30", "万亩", "20000", "公顷"),
    ("3.5", "万吨/日", "35000", "吨/日"),
    ("35", "微克/立方米", "35", "微克/立方米"),
    ("300", "克标准煤/千瓦时", "300", "克标准煤/千瓦时"),
    ("12", "立方米/万元", "12", "立方米/万元"),
    ("5", "件/万人", "5", "件/万人"),
    # what is below the line is converted too
    ("450", "千克/亩", "6.75", "吨/公顷"),
    ("9", "吨/月·平方公里", "0.000009", "吨/个月·平方米"),
    ("1.5", "元/斤", "3000", "元/吨"),
]


@pytest.mark.parametrize(("value", "unit", "expected", "canonical"), QUANTITIES)
def test_canonical_quantity(value: str, unit: str, expected: str, canonical: str) -> None:
    assert unit_at(unit, 0) is not None
    assert canonical_quantity(Decimal(value), None, unit) == (Decimal(expected), None, canonical)


def test_an_unknown_unit_has_no_quantity() -> None:
    assert canonical_quantity(Decimal(3), None, "甲乙") is None


def test_a_shared_number_tells_its_unknown_unit_once() -> None:
    place = Span(4, 9)
    targets = [
        Target(
            "s1",
            "quantitative",
            name,
            None,
            None,
            None,
            None,
            Decimal(3),
            None,
            "甲乙",
            None,
            None,
            "firm",
            Span(0, 9),
            place,
            "rule",
        )
        for name in "丙丁"
    ]
    assert [(found.name, found.span) for found in _unknown_units(targets)] == [("unknown-unit", place)]


def test_ordinary_units_do_not_load_pint() -> None:
    program = (
        "import sys; from decimal import Decimal; from planparse.lexicon.units import canonical_quantity as c;"
        "c(Decimal(1), None, '万吨/日'); first = 'pint' in sys.modules; c(Decimal(1), None, '千克/亩');"
        "print(first, 'pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
