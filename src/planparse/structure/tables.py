"""Tables: rows of cells divided by tabs or bars, or a name and its value on lines that alternate."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from planparse import patterns
from planparse.document import Line, Section, Table
from planparse.lexicon.roles import find_label
from planparse.span import Span

_BAR_RULE = frozenset("|｜ \t:：-—+")
_SIGNS = "<>≤≥＜＞±约≈-－ "
_VALUE = r"[\d.,%‰-]+(?:[—～~][\d.,%‰]+)?\D{0,6}"
_YEAR = r"(?:19|20)\d{2}(?:[—～~–-](?:19|20)\d{2})?(?:年|$)"  # 2025年目标, 2023—2025年合计 head columns
_YEAR_HEAD = r"(?:19|20)\d{2}年?(?:目标值?|计划|现状|基期值?|完成)?"
_LONGEST_NAME = 60
_LONGEST_HEAD = 10
_MOST_COLUMNS = 12
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


def _is_value(words: str) -> bool:
    """Whether a cell holds a number, with its unit or without; a year heads a column."""
    bare = words.lstrip(_SIGNS)
    return bare[:1].isdigit() and bool(patterns.fullmatch(_VALUE, bare)) and not patterns.match(_YEAR, bare)


def _has_head(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: none of its cells is a value, while others have values."""
    has_values = [any(_is_value(words) for words, _ in row) for row in rows]
    names_columns = rows[0][0][0] == "序号" or any(_is_label(words) for words, _ in rows[0])
    return not has_values[0] and (any(has_values) or names_columns)


def _is_label(words: str) -> bool:
    """牵头单位, 完成时限: what a label before a list would say."""
    label = find_label(words)
    return label is not None and not label.start


def _tables(lines: Sequence[Line], pairs: bool) -> Iterator[list[Row]]:
    at = 0
    while at < len(lines):
        rows, length = _divided_rows(lines, at)
        if len(rows) < _LEAST_ROWS:
            rows = _stacked_rows(lines, at)
            length = sum(map(len, rows))
        if pairs and len(rows) < _LEAST_ROWS:
            rows = _paired_rows(lines, at)
            length = 2 * len(rows)
        if len(rows) >= _LEAST_ROWS:
            yield rows
        at += length if len(rows) >= _LEAST_ROWS else 1


def _divided_rows(lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """The rows from line ``at`` on that hold two cells or more, and how many lines they take with rules (|---|)."""
    rows: list[Row] = []
    end = at
    while end < len(lines):
        is_rule = bool(rows) and "|" in lines[end].text and _BAR_RULE.issuperset(lines[end].text)
        cells = () if is_rule else tuple(_cells(lines[end]))
        if not is_rule and len(cells) < _LEAST_ROWS:
            break
        rows += [cells] if cells else []
        end += 1
    return rows, end - at


def _cells(line: Line) -> Iterator[Cell]:
    """The cells of a line: what stands between tabs, or between bars."""
    divider = "|" if _is_barred(line.text) else "\t"
    text = line.text
    begin = 0
    for piece in text.split(divider):
        words = piece.strip()
        start = line.span.start + begin + len(piece) - len(piece.lstrip())
        outside = divider == "|" and not words and (begin == 0 or begin + len(piece) == len(text))
        if not outside:
            yield words, Span(start, start + len(words))
        begin += len(piece) + 1


def _is_barred(text: str) -> bool:
    """Bars around the row, or two between its cells; one alone may stand in a title."""
    return text.startswith("|") or ("\t" not in text and text.count("|") >= _LEAST_ROWS)


def _stacked_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """Rows whose cells stand on a line each: heads that end in two years or more, then as many lines for each row."""
    if len(lines[at].text) > _LONGEST_HEAD:
        return []
    heads = lines[at : at + _MOST_COLUMNS]
    years = [i for i, head in enumerate(heads) if patterns.fullmatch(_YEAR_HEAD, head.text)]
    if len(years) < _LEAST_ROWS or not years[0] or years != list(range(years[0], years[-1] + 1)):
        return []
    if any(len(head.text) > _LONGEST_HEAD for head in heads[: years[0]]):
        return []
    for width in (years[-1] + 1, years[-1] + 2):  # with one more head behind the years: 属性
        rows = list(_rows_of_width(lines, at, width, years))
        if len(rows) > _LEAST_ROWS:
            return rows
    return []


def _rows_of_width(lines: Sequence[Line], at: int, width: int, years: Sequence[int]) -> Iterator[Row]:
    """The heads, and the rows below them as long as values stand below the years."""
    yield tuple((line.text, line.span) for line in lines[at : at + width])
    for start in range(at + width, len(lines) - width + 1, width):
        row = lines[start : start + width]
        if (_is_value(row[0].text) and not row[0].text.isdigit()) or not all(
            _is_cell(row[year].text) for year in years
        ):
            return
        yield tuple((line.text, line.span) for line in row)


def _is_cell(words: str) -> bool:
    return _is_value(words) or patterns.fullmatch("[-—－–/]{1,2}", words) is not None


def _paired_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """Rows of a name and a value, each on a line of its own."""
    rows: list[Row] = []
    for name, value in zip(lines[at::2], lines[at + 1 :: 2], strict=False):
        is_name = len(name.text) <= _LONGEST_NAME and not _is_value(name.text) and "。" not in name.text
        if not is_name or not _is_value(value.text):
            break
        rows.append(((name.text, name.span), (value.text, value.span)))
    return rows
