"""Takes a cleaned text apart: lines, repeats, frame, sections, tables."""

from collections.abc import Iterator, Sequence

from planparse.diagnostics import Diagnostic
from planparse.document import Document, Head, Line, Repeat
from planparse.span import Span
from planparse.structure.frame import find_frame, find_notice_title
from planparse.structure.glued import unglue
from planparse.structure.lines import split_lines
from planparse.structure.readings import Reading, read_documents
from planparse.structure.repeats import find_repeats
from planparse.structure.titles import find_titles

_WHOLE_COPY = 0.9  # of a document: its title may be the one line that differs
_SHOWN = 20  # characters of a skipped passage that its message shows


def take_apart(chars: str) -> Document:
    """The notice in the cleaned text: head, parts, sections, tables, and what was wrong or left out."""
    lines = unglue(split_lines(chars))
    repeats, notes = _repeats_to_skip(lines)
    once = list(_outside(lines, repeats))
    frame = find_frame(once)
    if frame is None:
        nothing = Diagnostic("not-a-notice", Span(0, len(chars)), "neither a notice's head nor a plan was found")
        return Document(chars, Head(), (), (), (), repeats, (*notes, nothing))
    readings = list(read_documents(frame))
    outlines = [line for reading in readings for line in reading.outlines]
    notes += (*_skipped(once, frame.skipped), *_skipped(once, outlines, "stray-outline"), *_no_plan(readings))
    notes += tuple(fault for reading in readings for fault in reading.faults)
    return Document(
        chars,
        frame.head,
        tuple(reading.part for reading in readings),
        tuple(section for reading in readings for section in reading.sections),
        tuple(table for reading in readings for table in reading.tables),
        repeats,
        tuple(sorted(notes, key=lambda note: (note.span, note.name))),
    )


def _repeats_to_skip(lines: Sequence[Line]) -> tuple[tuple[Repeat, ...], tuple[Diagnostic, ...]]:
    """The repeats, but not words of the notice that a news lead quotes, nor what two plans of one notice share."""
    repeats, notes = find_repeats(lines)
    if not repeats:
        return (), ()
    title = find_notice_title(lines)
    begin = lines[title.first].span.start if title else 0
    firsts = {found.text: found.field.span.start for found in reversed(list(find_titles(lines)))}
    starts = (*sorted(firsts.values()), lines[-1].span.end)
    kept = tuple(repeat for repeat in repeats if repeat.of.end > begin and not _is_shared(repeat, starts))
    return kept, tuple(note for note in notes if any(repeat.span.contains(note.span) for repeat in kept))


def _is_shared(repeat: Repeat, starts: Sequence[int]) -> bool:
    """Whether the repeat is a part of another document, which has its own title above and more text around it."""
    start = max((start for start in starts if repeat.of.end < start < repeat.span.start), default=None)
    if start is None:
        return False
    end = min(after for after in starts if after >= repeat.span.end)
    return len(repeat.span) < _WHOLE_COPY * (end - start)


def _outside(lines: Sequence[Line], repeats: Sequence[Repeat]) -> Iterator[Line]:
    """The lines outside the repeats; both are in text order."""
    left = list(reversed(repeats))
    for line in lines:
        while left and left[-1].span.end <= line.span.start:
            left.pop()
        if not left or not left[-1].span.contains(line.span):
            yield line


def _skipped(lines: Sequence[Line], skipped: Sequence[Line], name: str = "skipped-text") -> Iterator[Diagnostic]:
    """One finding of that name for each passage that was left out."""
    left_out = {line.span for line in skipped}
    passage: list[Line] = []
    for line in (*lines, None):
        if line and line.span in left_out:
            passage.append(line)
        elif passage:
            span = passage[0].span.join(passage[-1].span)
            yield Diagnostic(name, span, f"“{passage[0].text[:_SHOWN]}” is no part of the notice")
            passage = []


def _no_plan(readings: Sequence[Reading]) -> Iterator[Diagnostic]:
    if not any(reading.sections for reading in readings if reading.part.kind != "annex"):
        yield Diagnostic("no-plan", readings[0].part.span, "no numbered headings were found")
