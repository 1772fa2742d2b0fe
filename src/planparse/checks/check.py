"""What a check is: a kind of finding, and a function that looks for it in a parsed notice."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planparse.diagnostics import Kind
from planparse.notice import Notice, Section, SourceSpan


class Fault(NamedTuple):
    """One thing found: where it stands in the source, and what is wrong there, in words a drafter understands."""

    span: SourceSpan
    message: str
    section_id: str | None = None


class Check(NamedTuple):
    """A kind of finding and the search for it; the search may look at the source text, as read, beside the notice."""

    kind: Kind
    find: Callable[[Notice, str], Iterator[Fault]]


def all_sections(sections: list[Section]) -> Iterator[Section]:
    """The sections of a tree in text order."""
    for section in sections:
        yield section
        yield from all_sections(section.children)


def head_span(notice: Notice, *fields: str) -> SourceSpan:
    """The place of the first of the metadata's fields that was read from the text; else the start of the file."""
    spans = notice.metadata.spans
    return next((spans[field] for field in fields if field in spans), SourceSpan(start=0, end=0))
