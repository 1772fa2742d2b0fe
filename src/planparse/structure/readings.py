"""Reads each document of a frame: its part, sections and tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planparse.diagnostics import Diagnostic
from planparse.document import Line, Part, Section, Table
from planparse.span import Span
from planparse.structure.frame import Frame
from planparse.structure.marks import TOP_KINDS, begins_with
from planparse.structure.outlines import without_outlines
from planparse.structure.parts import Segment
from planparse.structure.sections import annex_section, find_headings, make_sections
from planparse.structure.tables import find_tables


class Reading(NamedTuple):
    """What one document gives; ``outlines`` are headings without text that were left out of it."""

    part: Part
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    faults: tuple[Diagnostic, ...] = ()
    outlines: tuple[Line, ...] = ()


def read_documents(frame: Frame) -> Iterator[Reading]:
    """The notice, then its plans and annexes. Its own numbered points are sections only where it issues no plan."""
    plans = any(document.kind == "plan" for document in frame.documents)
    if frame.head.title:
        yield _read_notice(frame, issues_a_plan=plans)
    annexes: set[int] = set()
    for index, document in enumerate(frame.documents, 1 if frame.head.title else 0):
        if document.kind == "plan":
            yield _read_plan(frame, document, index)
        else:
            ordinal = _free_ordinal(document, annexes)
            annexes.add(ordinal)
            yield _read_annex(document, index, f"A{ordinal}")


def _free_ordinal(annex: Segment, taken: set[int]) -> int:
    """The annex's own number, or the next where two plans count their annexes each from 1."""
    ordinal = annex.label.ordinal if annex.label and annex.label.ordinal else 1
    while ordinal in taken:
        ordinal += 1
    return ordinal


def _read_notice(frame: Frame, issues_a_plan: bool) -> Reading:
    head = frame.head
    fields = (head.title, *head.recipients, *head.issuers, head.issue_date)
    span = _around([field.span for field in fields if field] + [line.span for line in frame.notice])
    part = Part("notice", 0, head.title.value if head.title else None, span, frame.notice)
    return Reading(part, (), ()) if issues_a_plan else _read(part, 0, "")


def _read_plan(frame: Frame, document: Segment, index: int) -> Reading:
    if document.number == 1 and not document.title:
        document = document._replace(title=frame.head.plan_title)
    lines, outlines = without_outlines(document.lines)
    reading = _read(_part(document, lines), index, f"{document.number}/" if document.number > 1 else "")
    return Reading(reading.part, reading.sections, reading.tables, reading.faults, tuple(outlines))


def _read(part: Part, index: int, path: str) -> Reading:
    headings, faults = find_headings(part.lines)
    sections = tuple(make_sections(part.lines, headings, index, path))
    tables = tuple(find_tables(part.lines, sections, None, pairs=False))
    return Reading(part, sections, tables, tuple(faults))


def _read_annex(document: Segment, index: int, name: str) -> Reading:
    part = _part(document, document.lines)
    numbered = any(begins_with(line.text, TOP_KINDS) for line in part.lines)
    headings, faults = find_headings(part.lines) if numbered else ([], [])
    sections = (
        annex_section(document, headings, name, index, part.span),
        *make_sections(part.lines, headings, index, f"{name}.", above=1),
    )
    tables = tuple(find_tables(part.lines, sections, part.title, pairs=True))
    return Reading(part, sections, tables, tuple(faults))


def _part(document: Segment, lines: Sequence[Line]) -> Part:
    title = document.title.value if document.title else None
    span = _around([line.span for line in (*document.head, *lines)])
    return Part(document.kind, document.number, title, span, tuple(lines))


def _around(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
