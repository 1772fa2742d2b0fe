"""The lines of an HTML element, as a browser breaks them: one a block, one a table row of tab-separated cells."""

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "figcaption",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "ul",
    ]
)
_CELLS = ("td", "th")
_WHITE = re.compile(r"[ \t\r\n\f\xa0]+")
_INDENT = " \u3000"
_WIDEST = 100  # columns of a table
_PROSE_CELL = 300  # characters; a table whose cells hold more lays out a page


class Number(str):
    """The number of a list item; it stands before the first words that follow."""

    __slots__ = ()


def lines_of(element: Any) -> Iterator[str]:
    """All lines, blank ones among them."""
    line, number = "", ""
    for piece in [*_pieces(element), "\n"]:
        if isinstance(piece, Number):
            number = piece
        elif piece != "\n":
            line += piece if "\t" in piece else _WHITE.sub(" ", piece)
        else:
            words = line.strip(_INDENT)
            yield number + words if words else ""
            line, number = "", "" if words else number


def _pieces(root: Any) -> Iterator[str]:
    """Words and line ends in order; a loop, since pages may be nested deeper than a program may call itself."""
    waiting: list[Any] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif not isinstance(item.tag, str):
            continue
        elif item.tag == "br":
            yield "\n"
        elif item.tag == "table" and _holds_data(item):
            yield "\n"
            for row in _rows(item):
                yield row
                yield "\n"
        else:
            waiting += reversed(_parts(item))


def _parts(element: Any) -> list[Any]:
    """An element's own words, its children and what follows each, between line ends if it is a block."""
    parts: list[Any] = ["\n"] if element.tag in _BLOCKS else []
    parts.append(element.text or "")
    number = _first_number(element)
    for child in element:
        if element.tag == "ol" and child.tag == "li":
            parts += ["\n", Number(f"{number}.")]
            number += 1
        parts += [child, child.tail or ""]
    parts += ["\n"] if element.tag in _BLOCKS else []
    parts += [Number()] if element.tag == "ol" else []  # one without words ends here
    return parts


def _first_number(element: Any) -> int:
    """Where an ordered list starts to count."""
    first = element.get("start") or ""
    return int(first) if first.isdecimal() and first.isascii() and len(first) < 5 else 1


def _holds_data(table: Any) -> bool:
    """Whether a table has rows and columns of short cells; others lay out a page."""
    rows = _own(table, "tr")
    cells = [cell for row in rows for cell in _own(row, *_CELLS)]
    if len(rows) < 2 or len(cells) < 2 * len(rows) or table.find(".//table") is not None:
        return False
    return all(len("".join(cell.itertext()).strip()) <= _PROSE_CELL for cell in cells)


def _own(element: Any, *tags: str) -> list[Any]:
    """Rows of a table or cells of a row, not those of tables inside."""
    holder = "table" if "tr" in tags else "tr"
    return [found for found in element.iter(*tags) if next(found.iterancestors(holder), None) is element]


def _rows(table: Any) -> Iterator[str]:
    """Each row as cells between tabs; where a merged cell goes on stands an empty one."""
    below: dict[int, int] = {}  # column: rows that a cell from above still takes
    for row in _own(table, "tr"):
        cells: list[str] = []
        for cell in _own(row, *_CELLS):
            _fill(cells, below)
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + wide):
                below[column] = deep - 1
            cells += ["".join(lines_of_cell(cell)), *[""] * (wide - 1)]
        _fill(cells, below)
        yield "\t".join(cells)


def lines_of_cell(cell: Any) -> Iterator[str]:
    """The words of a cell without line ends."""
    return (line.replace("\t", " ").strip() for line in lines_of(cell))


def _fill(cells: list[str], below: dict[int, int]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(cell: Any, name: str) -> int:
    words = cell.get(name) or ""
    return min(max(int(words), 1), _WIDEST) if words.isdecimal() and words.isascii() else 1
