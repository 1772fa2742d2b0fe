"""Headings without text that are no part of the plan: a table of contents, a stray outline after the end."""

from collections.abc import Sequence

from planparse.document import Line
from planparse.structure.marks import KINDS, Mark, read_mark

_CONTENTS = ("目录", "目 录", "目次")
_PAGE_LEADER = "0123456789.…·—-－ \t"
_LONGEST_ENTRY = 60
_LEAST = 2


def without_outlines(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines to read, and those of outlines."""
    outline = {*_contents(lines), *_stray(lines)}
    kept = [line for at, line in enumerate(lines) if at not in outline]
    return kept, [line for at, line in enumerate(lines) if at in outline]


def _contents(lines: Sequence[Line]) -> range:
    """目录 and its entries: up to the line that repeats the first entry."""
    start = next((at for at, line in enumerate(lines) if line.text in _CONTENTS), None)
    if start is None or start + 1 >= len(lines):
        return range(0)
    first = _entry(lines[start + 1])
    for at in range(start + 2, len(lines)):
        if _entry(lines[at]) == first or lines[at].text.startswith(f"{first}。"):
            return range(start, at)
        if len(lines[at].text) > _LONGEST_ENTRY or "。" in lines[at].text:
            break
    return range(0)


def _entry(line: Line) -> str:
    return line.text.rstrip(_PAGE_LEADER)


def _stray(lines: Sequence[Line]) -> range:
    """Two or more headings without text at the very end that begin a numbering anew."""
    start = len(lines)
    while start and _is_empty_heading(lines[start - 1]):
        start -= 1
    for at in range(start, len(lines) - _LEAST + 1):
        mark = read_mark(lines[at].text)
        if mark and mark.ordinal == 1 and _counts_already(lines[:at], mark):
            return range(at, len(lines))
    return range(0)


def _is_empty_heading(line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and "。" not in line.text[:-1] and read_mark(line.text) is not None


def _counts_already(lines: Sequence[Line], first: Mark) -> bool:
    """Whether a heading of this kind stands before, in the same chapter."""
    marks = (mark for line in reversed(lines) if (mark := read_mark(line.text)))
    nearest = next((mark for mark in marks if mark.kind == first.kind or _is_outer(mark, first)), None)
    return nearest is not None and nearest.kind == first.kind


def _is_outer(mark: Mark, inner: Mark) -> bool:
    return KINDS.index(mark.kind) < KINDS.index(inner.kind)
