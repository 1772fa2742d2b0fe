"""Which lines belong to which document: the notice, each plan that it issues, each annex.

One notice may issue several plans, one after the other or as 附件1, 附件2; a plan may have annexes of its own,
mostly tables and lists of names. A labelled document is a plan where the notice's words name it (印发《A》和《B》)
or, where nothing names them, if it is numbered like one.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line, PartKind
from planparse.lexicon.document_kinds import document_kinds
from planparse.structure.annexes import Label, list_end, read_label, without_lists
from planparse.structure.bodies import is_body
from planparse.structure.closing import without_closing
from planparse.structure.dates import DATE
from planparse.structure.marks import FIRST_KINDS, begins_with, read_mark
from planparse.structure.titles import Title, read_title

_NEVER_IN_TITLE = frozenset("。；，：\t|")
_DATED = rf"[（(]?(?:{DATE}|\d{{4}}年\d{{1,2}}月).{{0,20}}[）)]?"
_VARIES = {ord(char): None for char in '的“”"（）() '}
_LAST_BRACKET = "[（(][^（(]*[）)]$"
_LONGEST_ANNEX_TITLE = 60
_FROM_TITLE_TO_HEADING = 8  # lines of preamble that may stand between


class Segment(NamedTuple):
    """One document of the file; ``number`` counts plans, ``lines`` is what to read under the title."""

    kind: PartKind
    number: int
    label: Label | None
    title: Field | None
    head: tuple[Line, ...]
    lines: tuple[Line, ...]


def split_parts(lines: Sequence[Line], named: Collection[str]) -> Iterator[Segment]:
    """Plans and annexes among the lines, in order. ``named`` are the titles that the notice says it issues."""
    segments = list(_segments(lines, named))
    known = {_core(title) for title in named}
    names_them = any(segment.title and _core(segment.title.value) in known for segment in segments)
    plans = 0
    for segment in segments:
        by_name = segment.title is not None and _core(segment.title.value) in known
        if not plans or segment.label is None or by_name or (not names_them and _is_numbered(segment)):
            plans += 1
            segment = segment._replace(kind="plan", number=plans)
        yield segment


def split_annexes(lines: Sequence[Line]) -> Iterator[Segment]:
    """Annexes alone: what follows a notice that issues no plan."""
    return (segment for segment in _segments(lines, ()) if segment.label)


def _core(title: str) -> str:
    """A title without what varies between a notice's words and the plan's own: 的, quotes, brackets."""
    return title.translate(_VARIES)


def _is_numbered(segment: Segment) -> bool:
    return segment.title is not None and any(begins_with(line.text, FIRST_KINDS) for line in segment.lines)


def _segments(lines: Sequence[Line], named: Collection[str]) -> Iterator[Segment]:
    starts = sorted({0, *_starts(lines, named)}) if lines else []
    segments = (
        _segment(lines[start:end], named) for start, end in zip(starts, [*starts[1:], len(lines)], strict=False)
    )
    return (segment for segment in segments if segment.head or segment.lines)  # a lone signature leaves nothing


def _starts(lines: Sequence[Line], named: Collection[str]) -> Iterator[int]:
    """Where a document begins: at a label, or at a title whose numbering begins anew."""
    numbered, at = False, 0
    while at < len(lines):
        end = list_end(lines, at)
        if end > at:
            at = end
            continue
        label = read_label(lines[at])
        title = None if label else read_title(lines, at, named)
        if label or (title and title.first == at and _begins_plan(lines, title, named, numbered)):
            yield at
            numbered = False
            at = _after_title(lines, at, title, named)
            continue
        numbered = numbered or begins_with(lines[at].text, FIRST_KINDS)
        at += 1


def _after_title(lines: Sequence[Line], at: int, title: Title | None, named: Collection[str]) -> int:
    """The line after a label and the title below it."""
    below = title or (read_title(lines, at + 1, named) if at + 1 < len(lines) else None)
    return below.last + 1 if below and below.first <= at + 1 else at + 1


def _begins_plan(lines: Sequence[Line], title: Title, named: Collection[str], numbered: bool) -> bool:
    if title.text in named:
        return True
    below = lines[title.last + 1 : title.last + 1 + _FROM_TITLE_TO_HEADING]
    marks = [mark for line in below if (mark := read_mark(line.text))]
    return numbered and bool(marks) and marks[0].ordinal == 1 and marks[0].kind in FIRST_KINDS


def _segment(lines: Sequence[Line], named: Collection[str]) -> Segment:
    """Label, title and text of one document."""
    label = read_label(lines[0])
    at = 1 if label else 0
    field = label.title if label else None
    title = read_title(lines, at, named) if at < len(lines) and not field else None
    if title and title.first == at:
        field, at = title.field, title.last + 1
        at += sum(1 for _ in takewhile(_is_byline, lines[at:]))
    elif label and not field:
        rows = _annex_title_rows(lines, at)
        words = lines[at : at + rows]
        field = Field("".join(line.text for line in words), words[0].span.join(words[-1].span)) if words else None
        at += rows
    return Segment("annex", 0, label, field, tuple(lines[:at]), without_lists(without_closing(lines[at:])))


def _is_byline(line: Line) -> bool:
    """Whether the line below a title only says whose it is, or from when."""
    return bool(patterns.fullmatch(_DATED, line.text)) or all(map(is_body, line.text.split()))


def _annex_title_rows(lines: Sequence[Line], at: int) -> int:
    """How many lines below its label an annex's title takes: to the first that ends as one does, else one."""
    rows = 0
    for line in lines[at : at + 3]:
        words = patterns.sub(_LAST_BRACKET, "", line.text)  # ……任务表（单位：户）
        if len(line.text) > _LONGEST_ANNEX_TITLE or not _NEVER_IN_TITLE.isdisjoint(words) or read_mark(line.text):
            break
        rows += 1
        if words.endswith(document_kinds("annex", "plan", "part")):
            return rows
    return min(rows, 1)
