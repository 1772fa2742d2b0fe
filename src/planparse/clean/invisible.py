"""Characters that show nothing: zero-width spaces and joiners, soft hyphens, direction marks."""

from collections.abc import Iterator

from planparse import patterns
from planparse.span import Span
from planparse.text import Edit, Text

# Unicode category Cf, as web pages and PDF extraction leave them in a text.
_INVISIBLE = patterns.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def edit_invisible(text: Text) -> Iterator[Edit]:
    """Each run of invisible characters is dropped."""
    for found in _INVISIBLE.finditer(text.chars):
        yield Edit(Span(*found.span()), "", "invisible")
