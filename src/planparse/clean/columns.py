"""Tables set with blanks: lines below one another that wide gaps cut into the same number of cells, with figures among them.

    序号    指标                   2020年    2025年
    1       森林覆盖率（%）         60        62
    2       湿地保护率（%）         —         55

Signatures of several bodies stand in such columns too, but hold no figures.
"""

from collections.abc import Iterator
from itertools import groupby

from planparse import patterns

_GAP = patterns.compile("(?<=\\S)(?:[ \u00a0\u2002\u2003]{2,}|\u3000+)(?=\\S)")
_FIGURE = patterns.compile(r"[\[［]?[<>≤≥＜＞]?\d[\d.,%‰]*[\]］]?|[-—－–]{1,2}")
_LEAST_CELLS = 3
_LEAST_ROWS = 3


def column_lines(chars: str) -> frozenset[int]:
    """Where the lines begin that are rows of such a table."""
    return frozenset(start for rows in _blocks(chars) if _holds_figures(rows) for start, _ in rows)


def is_gap(run: str) -> bool:
    """Whether white space is wide enough to part two cells."""
    return len(run) > 1 or run == "\u3000"


def _blocks(chars: str) -> Iterator[list[tuple[int, list[str]]]]:
    """Runs of lines with the same number of cells; each line with its start and its cells."""
    for count, rows in groupby(_lines(chars), key=lambda line: len(line[1])):
        block = list(rows) if count >= _LEAST_CELLS else []
        if len(block) >= _LEAST_ROWS:
            yield block


def _lines(chars: str) -> Iterator[tuple[int, list[str]]]:
    start = 0
    for line in chars.split("\n"):
        if line and not line.isspace():
            yield start, _GAP.split(line.strip())
        start += len(line) + 1


def _holds_figures(rows: list[tuple[int, list[str]]]) -> bool:
    """Whether all rows but the head have a figure behind their first cell."""
    return all(any(_FIGURE.fullmatch(cell) for cell in cells[1:]) for _, cells in rows[1:])
