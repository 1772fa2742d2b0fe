"""Finds the runs of text that may be clauses of responsibility: brackets, labelled lines, lines of bodies."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from planparse import patterns
from planparse.lexicon.roles import RoleWords, find_label, find_tail
from planparse.rules.bodies.pieces import CLOSING, OPENING, Piece, balanced
from planparse.span import Span

Form = Literal["bracketed-clause", "labelled-line", "line-of-bodies", "table-row"]

LONGEST = 1500  # characters between brackets, or of a line
_BRACKET_OR_BREAK = patterns.compile(rf"[{re.escape(OPENING + CLOSING)}\n]")
_BULLET = r"(?:[（(]?[0-9一二三四五六七八九十①-⑩]{1,3}[）).．、]|[—\-●▲★◆■□·•*○])*[ \t　]*"
_LABEL_END = patterns.compile(r"[：:】］\]〕〗]")
_SENTENCE_END = "。；;！）)】〕"
_SHORT_LABEL = 6
_LABEL_REACH = 24  # characters from the start of a line in which its label ends


class Candidate(NamedTuple):
    """A run that may be a clause; ``inner`` is what is read, without the brackets around it."""

    span: Span
    inner: Piece
    form: Form


class _Labelled(NamedTuple):
    """A labelled list that runs to the end of its line."""

    span: Span
    line: int
    label: str
    opens_line: bool
    empty: bool


def brackets(chars: str, region: Span) -> Iterator[Candidate]:
    """Every pair of brackets, outer ones too. A pair ends with its paragraph, unless a label opens the next one."""
    stack: list[int] = []
    for found in _BRACKET_OR_BREAK.finditer(chars, region.start, region.end):
        mark, at = found.group(), found.start()
        if mark in OPENING:
            stack.append(at)
        elif mark == "\n":
            if stack and not _opens_with_label(chars, at + 1):
                stack.clear()
        elif stack and at - (start := stack.pop()) < LONGEST:
            yield Candidate(Span(start, at + 1), Piece(chars[start + 1 : at], start + 1), "bracketed-clause")


def labelled_lines(chars: str, lines: list[Span]) -> Iterator[Candidate]:
    """Labelled lists; where lines with different labels follow each other (lead, support), they are one candidate."""
    group: list[_Labelled] = []
    for labelled in _labelled(chars, lines):
        if group and not _goes_on(group, labelled):
            yield _join(chars, lines, group)
            group = []
        group.append(labelled)
    if group:
        yield _join(chars, lines, group)


def lines_of_bodies(chars: str, lines: list[Span]) -> Iterator[Candidate]:
    """Lines without brackets or label colon around them that end in role words: 市教育局牵头，市财政局配合。."""
    for line in lines:
        text = chars[line.start : line.end]
        if len(line) <= LONGEST and "：" not in text and balanced(text) and _ends_in_role(text):
            yield Candidate(line, Piece(text, line.start), "line-of-bodies")


def _labelled(chars: str, lines: list[Span]) -> Iterator[_Labelled]:
    for number, line in enumerate(lines):
        text = chars[line.start : line.end]
        for end in _LABEL_END.finditer(text):
            if label := _label_before(text, end):
                span = Span(line.start + label.start, line.end)
                words = text[label.start : end.start()].strip(OPENING + CLOSING)
                yield _Labelled(span, number, words, label.start == _opening(text), end.end() == len(text))
                break


def _opening(text: str) -> int:
    """Where a line begins to speak, behind its number or bullet."""
    bullet = patterns.match(_BULLET, text)
    return bullet.end() if bullet else 0


def _label_before(text: str, end: re.Match[str]) -> RoleWords | None:
    """The label that ends at a colon, or is closed by a bracket, and opens the line or a sentence of it."""
    if end.group() in "：:":
        if text.rfind("（", 0, end.start()) > text.rfind("）", 0, end.start()):
            return None  # inside a bracket
        label = find_label(text[: end.start()])
    else:
        label = find_label(text[: end.end()])
        if label and text[label.start] not in OPENING:
            return None
    if label is None or label.role is None:
        return None
    opening = _opening(text)
    opens_sentence = label.start > opening and text[label.start - 1] in _SENTENCE_END
    return label if label.start == opening or opens_sentence else None


def _goes_on(group: list[_Labelled], labelled: _Labelled) -> bool:
    adjoins = labelled.opens_line and labelled.line == group[-1].line + 1
    return adjoins and labelled.label not in [one.label for one in group]


def _join(chars: str, lines: list[Span], group: list[_Labelled]) -> Candidate:
    last = group[-1]
    end = lines[last.line + 1].end if last.empty and last.line + 1 < len(lines) else last.span.end
    span = Span(group[0].span.start, end)
    return Candidate(span, Piece(chars[span.start : span.end], span.start), "labelled-line")


def _ends_in_role(text: str) -> bool:
    """Whether role words end the line, or a label without its colon opens it."""
    tail = find_tail(text.rstrip("。；"))
    return bool(tail and tail.start) or "单位" in text[:_SHORT_LABEL] or "部门" in text[:_SHORT_LABEL]


def _opens_with_label(chars: str, start: int) -> bool:
    head = chars[start : start + _LABEL_REACH]
    colon = head.find("：")
    label = find_label(head[:colon]) if colon > 0 else None
    return label is not None and label.start == 0
