"""Headings glued to the end of the paragraph before."""

import pytest

from planparse.structure.glued import unglue
from planparse.structure.lines import split_lines

CASES = [
    ("一、目标\n达到90%。二、任务\n（一）健全", ["一、目标", "达到90%。", "二、任务", "（一）健全"]),
    ("（一）健全。新建5所。（二）提升。达到55%。", ["（一）健全。新建5所。", "（二）提升。达到55%。"]),
    (
        "1.健全。新建5所。2.提升。（市民政局负责）3.保障。",
        ["1.健全。新建5所。", "2.提升。（市民政局负责）", "3.保障。"],
    ),
    # the items of a sentence, a number out of its order, a figure
    ("（一）健全。包括：1.甲。2.乙。", ["（一）健全。包括：1.甲。2.乙。"]),
    ("（一）健全。（三）提升。", ["（一）健全。（三）提升。"]),
    ("1.健全。2.5万吨。", ["1.健全。2.5万吨。"]),
    ("一、目标\n第三产业，二、三产业。", ["一、目标", "第三产业，二、三产业。"]),
]


@pytest.mark.parametrize(("text", "lines"), CASES)
def test_unglue(text: str, lines: list[str]) -> None:
    pieces = unglue(split_lines(text))
    assert [line.text for line in pieces] == lines
    assert all(text[line.span.start : line.span.end] == line.text for line in pieces)
