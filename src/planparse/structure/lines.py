"""The paragraphs of a cleaned text."""

from planparse import patterns
from planparse.document import Line
from planparse.span import Span

_LINE = patterns.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = " \u3000\xa0"  # white space that divides no cells


def split_lines(chars: str) -> tuple[Line, ...]:
    """The non-empty lines, without the white space around them; a table row keeps the tabs of its first, empty cells."""
    lines = []
    for found in _LINE.finditer(chars):
        text = found[0].strip()
        if "\t" in text:
            text = found[0].strip(_BLANK).rstrip()
        if text:
            start = found.start() + found[0].index(text)
            lines.append(Line(Span(start, start + len(text)), text))
    return tuple(lines)
