"""Text in columns for a terminal, where a Chinese character takes two cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, east_asian_width

_GAP = 2
_NARROWEST = 4
_CLOSING = "，。、；：！？）》」』】〕”’,.;:!?)]%"


def width(text: str) -> int:
    """How many cells of a terminal the text takes.

    >>> width("能耗 14.5%"), width("e\\u0301")
    (10, 1)
    """
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def pad(text: str, cells: int) -> str:
    """The text, filled up with spaces to ``cells``."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most ``cells``; Chinese text may break anywhere, other text at spaces."""
    lines, line = [], ""
    for char in " ".join(text.split()):
        if width(line) + _cells(char) > cells and line:
            at = _last_break(line, char)
            lines.append(line[:at].rstrip())
            line = line[at:].lstrip()
        line += char
    return [*lines, line.rstrip()]


def _last_break(line: str, after: str) -> int:
    """Where to break before ``after``: no closing mark begins a line, and no word or number is cut."""
    if after in _CLOSING and len(line) > 1:
        return len(line) - 1
    if not (after.isascii() and after.isalnum() and line[-1].isascii() and line[-1].isalnum()):
        return len(line)
    return line.rfind(" ") + 1 or len(line)


class Column(NamedTuple):
    """A column's heading; a ``flexible`` one gives way, and wraps, where the terminal is narrow."""

    heading: str
    flexible: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], total: int) -> Iterator[str]:
    """The lines of a table that is at most ``total`` cells wide: headings, a rule, rows."""
    widths = _widths(columns, rows, total)
    yield from _line([column.heading for column in columns], widths)
    yield (" " * _GAP).join("─" * cells for cells in widths)
    for row in rows:
        yield from _line(row, widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [wrap(cell, cells_wide) for cell, cells_wide in zip(cells, widths, strict=True)]
    for n in range(max(map(len, wrapped))):
        line = [pad(lines[n] if n < len(lines) else "", w) for lines, w in zip(wrapped, widths, strict=True)]
        yield (" " * _GAP).join(line).rstrip()


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], total: int) -> list[int]:
    """Each as wide as its widest cell; where that is too much, the flexible ones share what the others leave."""
    cells = zip(columns, zip(*rows, strict=True), strict=True) if rows else ((c, ()) for c in columns)
    widths = [max(map(width, (column.heading, *column_cells))) for column, column_cells in cells]
    excess = sum(widths) + _GAP * (len(widths) - 1) - total
    while excess > 0 and any(c.flexible and w > _NARROWEST for c, w in zip(columns, widths, strict=True)):
        widest = max((w, n) for n, w in enumerate(widths) if columns[n].flexible)[1]
        widths[widest] -= 1
        excess -= 1
    return widths
