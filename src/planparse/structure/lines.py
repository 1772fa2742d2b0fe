"""The paragraphs of a cleaned text."""

from planparse import patterns
from planparse.document import Line
from planparse.span import Span

_LINE = patterns.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


def split_lines(chars: str) -> tuple[Line, ...]:
    """The non-empty lines, without the white space around them."""
    lines = []
    for found in _LINE.finditer(chars):
        text = found[0].strip()
        if text:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            lines.append(Line(Span(start, start + len(text)), text))
    return tuple(lines)
