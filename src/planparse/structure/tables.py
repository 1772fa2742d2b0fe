"""Tables: rows of cells divided by tabs or bars, or a name and its value on lines that alternate."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from planparse.document import Line, Section, Table
from planparse.span import Span

_BAR_RULE = re.compile(r"[|｜\s:：\-—+]+")
_VALUE = re.compile(r"[<>≤≥＜＞±约]?\s*-?[\d.,，%％‰—\-～~]+(?:[\u4e00-\u9fff%/³²]{0,6})?")
_LONGEST_NAME = 60
_LEAST_ROWS = 2

Cell = tuple[str, Span]


Row = tuple[Cell, ...]


def find_tables(lines: Sequence[Line], sections: Sequence[Section], title: str | None, pairs: bool) -> Iterator[Table]:
    """The tables among the lines, each in the section that it stands in.

    Alternating lines are read as ``pairs`` only where they can be nothing else, in an annex.
    """
    for rows in _tables(lines, pairs):
        head = 1 if _has_head(rows) else 0
        span = rows[0][0][1].join(rows[-1][-1][1])
        above = bisect_right(sections, span.start, key=lambda section: section.heading.start)
        yield Table(
            sections[above - 1].id if above else None,
            title,
            tuple(words for words, _ in rows[0]) if head else (),
            tuple(tuple(words for words, _ in row) for row in rows[head:]),
            span,
            tuple(tuple(place for _, place in row) for row in rows[head:]),
        )


def _has_head(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: none of its cells is a value, while others have values."""
    has_values = [any(_VALUE.fullmatch(words) for words, _ in row) for row in rows]
    return not has_values[0] and (any(has_values) or rows[0][0][0] == "序号")


def _tables(lines: Sequence[Line], pairs: bool) -> Iterator[list[Row]]:
    at = 0
    while at < len(lines):
        rows = _divided_rows(lines, at)
        length = len(rows)
        if pairs and length < _LEAST_ROWS:
            rows = _paired_rows(lines, at)
            length = 2 * len(rows)
        if len(rows) >= _LEAST_ROWS:
            yield [row for row in rows if row]
        at += max(1, length if len(rows) >= _LEAST_ROWS else 1)


def _divided_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """The rows from line ``at`` on that hold two cells or more; a rule line (|---|) is an empty row."""
    rows: list[Row] = []
    for line in lines[at:]:
        if rows and _BAR_RULE.fullmatch(line.text) and "|" in line.text:
            rows.append(())
            continue
        cells = tuple(_cells(line))
        if len(cells) < _LEAST_ROWS:
            break
        rows.append(cells)
    return rows


def _cells(line: Line) -> Iterator[Cell]:
    bars = line.text.startswith(("|", "｜"))
    begin = 0
    for piece in re.split("[|｜]" if bars else "\t", line.text):
        words = piece.strip()
        start = line.span.start + begin + len(piece) - len(piece.lstrip())
        at_edge = bars and not words and (begin == 0 or begin + len(piece) == len(line.text))
        if not at_edge:
            yield words, Span(start, start + len(words))
        begin += len(piece) + 1


def _paired_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """Rows of a name and a value, each on a line of its own."""
    rows: list[Row] = []
    for name, value in zip(lines[at::2], lines[at + 1 :: 2], strict=False):
        is_name = len(name.text) <= _LONGEST_NAME and not _VALUE.fullmatch(name.text) and "。" not in name.text
        if not is_name or not _VALUE.fullmatch(value.text):
            break
        rows.append(((name.text, name.span), (value.text, value.span)))
    return rows
