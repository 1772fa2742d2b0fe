"""Line ends: CRLF, CR and the rarer ones of Unicode become a line feed."""

from collections.abc import Iterator

from planparse import patterns
from planparse.span import Span
from planparse.text import Edit, Text

# UAX #14: vertical tab, next line, line and paragraph separator. The form feed stays: it marks a page.
_FOREIGN = patterns.compile("\r\n?|[\x0b\x1c-\x1e\x85\u2028\u2029]")


def edit_line_ends(text: Text) -> Iterator[Edit]:
    """Each foreign line end as one line feed."""
    for found in _FOREIGN.finditer(text.chars):
        yield Edit(Span(*found.span()), "\n", "line-end")
