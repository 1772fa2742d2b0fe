"""Joins the lines of paragraphs that were wrapped at a fixed width.

Wrapping is measured: in a stretch of lines that all fit a page, many lines of prose must be about equally
wide and end in the middle of a sentence, and some must end one. There a line goes on in the next one if it is
full, that is, if the first unit of the next line would not have fitted, and if the next line does not begin
something new.
Titles, headings, lists and verse have short or unequal lines and stay as they are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from planparse import patterns
from planparse.clean.lines import (
    Row,
    columns,
    first_unit,
    is_unfinished,
    joint,
    opened_brackets,
    rows_of,
    starts_chapter,
    starts_heading,
    starts_label,
)
from planparse.span import Span
from planparse.text import Edit, Text

_NARROWEST, _WIDEST = 36, 120  # columns of a wrapped line
_SLACK = 6  # a line is full though three characters are missing: indent lost, marks moved, quotes narrow
_CUT_SLACK = 12  # where it ends in the middle of a sentence, six: wide letters, narrow columns
_LEAST = 3  # full lines that make a measure, indents that make a habit
_DEEPEST_INDENT = 12  # columns; deeper is centred or set to the right
_SHARE = 0.6  # of full lines that must go on, and of these that must be prose
_LONGEST_TITLE = 120  # characters


class Measure(NamedTuple):
    """What is usual in a wrapped stretch."""

    width: int
    indent: int | None  # of first lines; None if it is that of all others
    plain: bool  # paragraphs begin without numbers


def edit_wraps(text: Text) -> Iterator[Edit]:
    """Each line end inside a paragraph."""
    for stretch in _stretches(rows_of(text.chars)):
        if measure := _measure(stretch):
            yield from _joins(stretch, measure)


def _stretches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Runs of lines that a page or screen can hold."""
    stretch: list[Row] = []
    for row in rows:
        if len(row.text) <= _WIDEST and _width(row) <= _WIDEST:
            stretch.append(row)
        elif stretch:
            yield stretch
            stretch = []
    yield stretch


def _width(row: Row) -> int:
    return row.indent + columns(row.text)


def _measure(rows: Sequence[Row]) -> Measure | None:
    """The measure of a wrapped stretch; None where lines are whole paragraphs."""
    widths = [_width(row) for row in rows]
    cut = Counter(width for row, width in zip(rows, widths, strict=True) if width >= _NARROWEST and row.is_cut)
    if cut.total() < _LEAST or not any("。" in row.text for row in rows):
        return None
    usual = max(cut, key=lambda width: (sum(cut[width - less] for less in range(_SLACK + 1)), cut[width], width))
    full = [at for at, width in enumerate(widths[:-1]) if abs(width - usual) <= _SLACK]
    wrapped = [rows[at] for at in full if rows[at].is_cut and not _starts_something(rows[at + 1])]
    wider = sum(width > usual + _SLACK for width in widths)
    prose = sum(row.is_prose for row in wrapped)
    if len(wrapped) < max(_LEAST, _SHARE * len(full), 8 * wider) or prose < _SHARE * len(wrapped):
        return None
    return Measure(usual, _first_indent(rows), _begins_plainly(rows, widths, usual))


def _starts_something(row: Row) -> bool:
    return starts_heading(row.text) or starts_label(row.text)


def _first_indent(rows: Sequence[Row]) -> int | None:
    """The larger of the two usual indents, if there are two."""
    usual = Counter(row.indent for row in rows if row.indent <= _DEEPEST_INDENT).most_common(2)
    return max(usual)[0] if len(usual) == 2 and usual[1][1] >= _LEAST else None


def _begins_plainly(rows: Sequence[Row], widths: Sequence[int], usual: int) -> bool:
    """Whether most lines after the end of a paragraph, which a short line shows, bear no number."""
    first = [
        after
        for (row, after), width in zip(pairwise(rows), widths, strict=False)
        if not row.is_cut and width < usual - _CUT_SLACK
    ]
    return sum(not _starts_something(row) for row in first) > len(first) / 2


def _joins(rows: Sequence[Row], measure: Measure) -> Iterator[Edit]:
    paragraph = ""
    depth = 0  # of brackets that the paragraph has opened and not closed
    for at, (row, after) in enumerate(pairwise(rows)):
        paragraph += row.text
        depth = max(0, depth + opened_brackets(row.text))
        ends = not row.is_cut and (_is_signature(rows[at + 1 : at + 4]) or (measure.plain and _names_bodies(paragraph)))
        if not ends and _goes_on(paragraph, row, after, depth, measure):
            yield Edit(Span(row.end, after.start), joint(row.text, after.text), "line-wrap")
        else:
            paragraph = ""
            depth = 0


def _goes_on(paragraph: str, row: Row, after: Row, depth: int, measure: Measure) -> bool:
    """Whether ``after`` continues the paragraph that ends with ``row`` so far."""
    if "\t" in row.text or "\t" in after.text:
        return False
    inside = row.is_cut and row.is_prose and not starts_label(paragraph)
    full = _width(row) + first_unit(after.text) > measure.width - (_CUT_SLACK if inside else _SLACK)
    if starts_heading(after.text) and not (full and inside and starts_chapter(after.text)):
        return False
    if starts_label(after.text) and not depth:
        return False
    if is_unfinished(row, after, depth):
        return full or (not after.gap and (row.is_prose or depth > 0))
    if not full:  # a single character is no paragraph
        return len(after.text) == 1 and after.text.isalpha() and row.is_cut and not after.gap
    if after.indent > _DEEPEST_INDENT or (measure.indent is not None and after.indent >= measure.indent):
        return False
    if row.is_cut:
        return not _is_title(paragraph)
    return not after.gap and row.text[-1] != "：" and not _is_title(after.text)


def _is_title(words: str) -> bool:
    """Whether words without marks end like the title of a document: “……实施方案（2021—2025年）”."""
    if len(words) > _LONGEST_TITLE or words.count("《") > words.count("》"):
        return False
    return _title().fullmatch(words) is not None and not starts_heading(words)


@cache
def _title() -> "re.Pattern[str]":
    kind = "(?:通知|意见|方案|计划|办法|规定|细则|措施|规划|要点|函|决定|通报)"
    return patterns.compile(rf"(?:[^，。；：]*关于[^，。；：]*|[^，、。；：（《]*){kind}(?:（[^（）]{{1,20}}）)?")


def _names_bodies(paragraph: str) -> bool:
    """Whether a paragraph ends with a bracket that says who is responsible."""
    return _responsible().search(paragraph, len(paragraph) - 2 * _WIDEST) is not None


@cache
def _responsible() -> "re.Pattern[str]":
    word = "(?:责任|牵头|负责|配合|指导|落实)"
    return patterns.compile(rf"[（〔［](?=[^（〔［）〕］]{{0,120}}{word})[^〔［〕］]{{1,120}}[）〕］]$")


def _is_signature(rows: Sequence[Row]) -> bool:
    """Whether the next lines are the names of bodies and then a date."""
    for row in rows:
        if row.is_date:
            return True
        if row.is_prose:
            return False
    return False
