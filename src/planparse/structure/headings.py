"""Headings: which lines are headings, and what their titles are.

A line that begins with a mark is a heading if its number fits the order of its kind; the items of a sentence
(（1）……；（2）……。) are none. A run-in title ends before the first “。”: “（一）强化引领。组织开展……”. A short line
where the order of the numbers shows a hole is a heading that has lost its number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planparse.document import Line
from planparse.span import Span
from planparse.structure.marks import CHAPTER_KINDS, KINDS, read_mark

_ALWAYS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "1）": 5, "①": 6}
_NO_BRACKET = r"[^（(〔［\[）)〕］\]]"
_RESPONSIBLE = re.compile(
    rf"[（(〔［\[](?:{_NO_BRACKET}{{0,3}}(?:责任|牵头|配合){_NO_BRACKET}*|{_NO_BRACKET}*(?:负责|牵头|配合|落实))[）)〕］\]]$"
)
_AFTER_TITLE = "。：；，. \t"
_LONGEST_BEFORE_COLON = 20


@dataclass(frozen=True, slots=True)
class Heading:
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
    found: list[Heading] = []
    for at, line in enumerate(lines):
        mark = read_mark(line.text) if at not in items else None
        if not mark or (found and at <= found[-1].last):
            continue
        begin, last = mark.end, at
        if not line.text[begin:].strip(_AFTER_TITLE) and at + 1 < len(lines) and not read_mark(lines[at + 1].text):
            begin, last = 0, at + 1
        title, body = _title_span(lines[last].text, begin)
        offset = lines[last].span.start
        words = lines[last].text[title.start : title.end]
        whole = Span(line.span.start, max(offset + title.end, line.span.start + mark.end))
        found.append(Heading(mark.kind, 0, mark.ordinal, mark.number, words, whole, offset + body, at, last))
    return found


def _items_of_sentences(lines: Sequence[Line]) -> Iterator[int]:
    """Numbered lines that end with “；”, and the one that closes such a row."""
    for at, line in enumerate(lines):
        mark = read_mark(line.text) if line.text.endswith("；") and "。" not in line.text else None
        if not mark:
            continue
        yield at
        after = read_mark(lines[at + 1].text) if at + 1 < len(lines) else None
        if after and (after.kind, after.ordinal) == (mark.kind, mark.ordinal + 1):
            yield at + 1


def _title_span(text: str, start: int) -> tuple[Span, int]:
    """Where the title stands in its line, and where the body begins after it."""
    end = _first_stop(text, start)
    bracket = _RESPONSIBLE.search(text, start, end)
    if bracket and bracket.start() > start:
        end = bracket.start()
    colon = text.find("：", start, end)
    if 0 < colon - start <= _LONGEST_BEFORE_COLON and not re.search("[，（(]", text[start:colon]):
        end = colon
    title = text[start:end].rstrip(_AFTER_TITLE)
    start += len(title) - len(title.lstrip(_AFTER_TITLE))
    end = start + len(title.lstrip(_AFTER_TITLE))
    body = end
    while body < len(text) and text[body] in _AFTER_TITLE:
        body += 1
    return Span(start, end), body


def _first_stop(text: str, start: int) -> int:
    """The first “。” outside brackets."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in "（(《":
            depth += 1
        elif text[at] in "）)》":
            depth = max(0, depth - 1)
        elif text[at] == "。" and not depth:
            return at
    return len(text) if not depth else _plain_stop(text, start)


def _plain_stop(text: str, start: int) -> int:
    at = text.find("。", start)
    return at if at >= 0 else len(text)


def levels(headings: Sequence[Heading]) -> Mapping[str, int]:
    """The level of each kind of mark: 一、 1, （一） 2, 1. 3, （1） 4; deeper below 章, 节 and 条."""
    counts = {kind: sum(heading.kind == kind for heading in headings) for kind in KINDS}
    chapters = [kind for kind in CHAPTER_KINDS if counts[kind] > 1]
    deeper = len(chapters) - (not counts["一、"]) if chapters else 0
    found = {kind: rank for rank, kind in enumerate(chapters, 1)}
    found.update({kind: level + deeper for kind, level in _ALWAYS.items()})
    return found
