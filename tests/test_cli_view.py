"""Views for eyes: columns line up though a Chinese character takes two cells, and nothing is wider than asked for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import ANNOTATED, name_of, parsed
from planparse.output.columns import Column, pad, table, width, wrap
from planparse.output.view import bold, view


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("能耗", 4), ("PUE，1.3", 8), ("ｅ", 2), ("e\u0301", 1), ("\u200b", 0)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells
    assert width(pad(text, 10)) == 10


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("单位能耗下降", 8, ["单位能耗", "下降"]),
        ("单位能耗，下降", 8, ["单位能", "耗，下降"]),  # no mark begins a line
        ("about 1200 吨", 8, ["about", "1200 吨"]),  # no number is cut
        ("", 8, [""]),
    ],
)
def test_wrap(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(st.text("能耗，。ab1 （）", max_size=60), st.integers(4, 30))
def test_wrapped_text_keeps_its_words_and_its_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= cells for line in lines)


def test_columns_start_in_the_same_cell() -> None:
    lines = list(table((Column("a"), Column("b", flexible=True)), [("能耗", "x"), ("1", "单位能耗下降")], 14))
    assert lines == ["a     b", "────  ────────", "能耗  x", "1     单位能耗", "      下降"]


@pytest.mark.parametrize("path", ANNOTATED, ids=name_of)
@pytest.mark.parametrize("cells", [80, 120])
def test_no_line_is_wider_than_the_terminal(path: Path, cells: int) -> None:
    assert all(width(line) <= cells for line in view(parsed(path), cells))


def test_headings_stand_out_where_the_terminal_allows() -> None:
    assert "\033[1mTargets\033[0m" in view(parsed(ANNOTATED[0]), 100, bold)
