"""Headings: the lines that begin with a mark, their titles and levels.

The items of a sentence (（1）……；（2）……。) are no headings. A run-in title ends before the first “。”:
“（一）强化引领。组织开展……”, or before the colon of “（一）工作目标：到2025年……”.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Line
from planparse.span import Span
from planparse.structure.decimals import decimal_marks
from planparse.structure.marks import CHAPTER_KINDS, KINDS, read_mark

_INNER_KINDS = ("（一）", "1.", "（1）", "1）", "①")
_INLINE_KINDS = ("（1）", "1）", "①")
_AFTER_TITLE = "。：；，. \t"
_OPEN, _CLOSE = "（(〔［[", "）)〕］]"
_RESPONSIBLE_BEGINS = ("责任", "牵头", "配合", "主责", "参与")
_RESPONSIBLE_ENDS = ("负责", "牵头", "配合", "落实")
_LONGEST_BEFORE_COLON = 20
_LEAST_CHAPTERS = 2


class Heading(NamedTuple):
    """One heading. ``line`` and ``last`` are the indexes of the lines that its words stand on."""

    kind: str
    level: int
    ordinal: int
    number: str | None
    title: str
    span: Span
    body_start: int
    line: int
    last: int


def marked_headings(lines: Sequence[Line]) -> list[Heading]:
    """The lines that begin with a mark and are no items of a sentence; their order is not yet tested."""
    items = set(_items_of_sentences(lines))
    decimals = decimal_marks(lines)
    found: list[Heading] = []
    for at, line in enumerate(lines):
        mark = (decimals.get(at) or read_mark(line.text)) if at not in items else None
        if not mark or (found and at <= found[-1].last) or "\t" in line.text[mark.end :].lstrip():
            continue  # a line with a tab behind its first word is a table's row
        begin, last = mark.end, at
        if not line.text[begin:].strip(_AFTER_TITLE) and at + 1 < len(lines) and not read_mark(lines[at + 1].text):
            begin, last = 0, at + 1
        title, body = _title_span(lines[last].text, begin)
        offset = lines[last].span.start
        words = lines[last].text[title.start : title.end]
        span = Span(line.span.start, max(offset + title.end, line.span.start + mark.end))
        found.append(Heading(mark.kind, 0, mark.ordinal, mark.number, words, span, offset + body, at, last))
    return found


def _items_of_sentences(lines: Sequence[Line]) -> Iterator[int]:
    """Numbered lines that end with “；”, the one that closes such a row, and a line that holds the next number too."""
    for at, line in enumerate(lines):
        if _goes_on_to_next(line.text):
            yield at
        mark = read_mark(line.text) if line.text.endswith("；") and "。" not in line.text else None
        if not mark:
            continue
        yield at
        after = read_mark(lines[at + 1].text) if at + 1 < len(lines) else None
        if after and (after.kind, after.ordinal) == (mark.kind, mark.ordinal + 1):
            yield at + 1


def _goes_on_to_next(text: str) -> bool:
    """①人口集中的村，建设……；②分散的村，……: the items of one sentence, all in its line."""
    mark = read_mark(text)
    if mark is None or mark.kind not in _INLINE_KINDS:
        return False
    following = (read_mark(text[stop.end() :]) for stop in patterns.finditer("；", text))
    return any(after and (after.kind, after.ordinal) == (mark.kind, mark.ordinal + 1) for after in following)


def _title_span(text: str, start: int) -> tuple[Span, int]:
    """Where the title stands in its line, and where the body begins after it."""
    end = _before_responsibility(text, start, _first_stop(text, start))
    before_colon, colon, _ = text[start:end].partition("：")
    if colon and 0 < len(before_colon) <= _LONGEST_BEFORE_COLON and not any(mark in before_colon for mark in "，（("):
        end = start + len(before_colon)
    title = text[start:end].rstrip(_AFTER_TITLE)
    begin = start + len(title) - len(title.lstrip(_AFTER_TITLE))
    end = start + len(title)
    rest = text[end:]
    return Span(begin, end), end + len(rest) - len(rest.lstrip(_AFTER_TITLE))


def _first_stop(text: str, start: int) -> int:
    """The first “。” outside brackets; where a bracket is never closed, simply the first."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in "（(《":
            depth += 1
        elif text[at] in "）)》":
            depth = max(0, depth - 1)
        elif text[at] == "。" and not depth:
            return at
    stop = text.find("。", start) if depth else -1
    return stop if stop >= 0 else len(text)


def _before_responsibility(text: str, start: int, end: int) -> int:
    """Where the title ends if a bracket after it only says who is responsible."""
    if end <= start or text[end - 1] not in _CLOSE:
        return end
    opened = max(text.rfind(bracket, start, end) for bracket in _OPEN)
    words = text[opened + 1 : end - 1]
    names_bodies = words.startswith(_RESPONSIBLE_BEGINS) or words.endswith(_RESPONSIBLE_ENDS)
    return opened if opened > start and names_bodies else end


def levels(headings: Sequence[Heading]) -> Mapping[str, int]:
    """The level of each kind of mark: 一、 1, （一） 2, 1. 3, （1） 4; below 章, 节 and 条 deeper.

    一、 and the chapters' kinds nest in the order in which they appear: 第一章 / 一、, but also 一、 / 第一条.
    """
    kinds = [heading.kind for heading in headings]
    decimals = sorted({kind for kind in kinds if kind[-1] == "1"}, key=len)
    if decimals:
        chapters = [kind for kind in CHAPTER_KINDS if kind in kinds]
        inner = [kind for kind in KINDS if kind in kinds and kind not in chapters]
        return {kind: level for level, kind in enumerate((*chapters, *decimals, *inner), 1)}
    chapters = [kind for kind in dict.fromkeys(kinds) if kind in CHAPTER_KINDS and kinds.count(kind) >= _LEAST_CHAPTERS]
    outer = [kind for kind in dict.fromkeys(kinds) if kind in chapters or kind == "一、"]
    found = {kind: level for level, kind in enumerate(outer, 1)}
    found.update({kind: level for level, kind in enumerate(_INNER_KINDS, max(len(outer), 1) + 1)})
    return found
