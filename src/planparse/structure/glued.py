"""Headings glued to the end of the paragraph before: …达到90%。（二）提升质量。……

Copying a page loses line ends. A mark behind a full stop begins a line of its own where its number is the next one of its
kind: “（二）” behind a heading “（一）”. The items of a sentence (包括：1.……。2.……) have no heading before them.
"""

from collections.abc import Iterator, Sequence

from planparse import patterns
from planparse.document import Line
from planparse.span import Span
from planparse.structure.marks import KINDS, Mark, read_mark

_GLUED = patterns.compile(
    r"(?<=[。；！）”])(?:（[^\W\d_]{1,3}）|[^\W\d_]{1,3}、|\d{1,2}[.．](?!\d)|第[^\W_]{1,3}[章条])"
)
_LONGEST_TITLE = 60


def unglue(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those with a heading inside cut before it."""
    counted: dict[str, int] = {}
    return tuple(piece for line in lines for piece in _pieces(line, counted))


def _pieces(line: Line, counted: dict[str, int]) -> Iterator[Line]:
    """The line up to its first glued heading, and the rest likewise; ``counted`` is how far each kind has come."""
    if mark := read_mark(line.text):
        _count(mark, counted)
    start = 0
    for found in _GLUED.finditer(line.text):
        mark = read_mark(line.text[found.start() :])
        if mark and mark.ordinal > 1 and counted.get(mark.kind) == mark.ordinal - 1 and _titled(line.text, found.end()):
            yield _part(line, start, found.start())
            start = found.start()
            _count(mark, counted)
    yield _part(line, start, len(line.text)) if start else line


def _count(mark: Mark, counted: dict[str, int]) -> None:
    """Note the mark; the kinds inside it begin anew."""
    counted[mark.kind] = mark.ordinal
    for inner in KINDS[KINDS.index(mark.kind) + 1 :]:
        counted.pop(inner, None)


def _titled(text: str, start: int) -> bool:
    """Whether what follows is short enough for a title, up to its full stop."""
    end = text.find("。", start)
    return 0 < (end if end >= 0 else len(text)) - start <= _LONGEST_TITLE


def _part(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end].rstrip()
    return Line(Span(line.span.start + start, line.span.start + start + len(text)), text)
