"""The section tree of one document, flat in text order."""

from collections.abc import Iterator, Sequence

from planparse.diagnostics import Diagnostic
from planparse.document import Line, Section
from planparse.span import Span
from planparse.structure.headings import Heading, levels, marked_headings
from planparse.structure.lost_numbers import lost_headings
from planparse.structure.numbering import in_order
from planparse.structure.parts import Segment


def find_headings(lines: Sequence[Line]) -> tuple[list[Heading], list[Diagnostic]]:
    """The headings among the lines, in order, and what is wrong with their numbers."""
    marked = marked_headings(lines)
    level_of = levels(marked)
    marked = [heading._replace(level=level_of[heading.kind]) for heading in marked if heading.kind in level_of]
    lost = lost_headings(lines, marked)
    headings, faults = in_order(sorted((*marked, *lost), key=lambda heading: heading.line))
    faults += [_lost(heading) for heading in headings if heading.number is None]
    return headings, faults


def _lost(heading: Heading) -> Diagnostic:
    message = f"“{heading.title}” stands without a number; it was read as number {heading.ordinal}"
    return Diagnostic("number-lost", heading.span, message)


def make_sections(
    lines: Sequence[Line], headings: Sequence[Heading], part: int, path: str, above: int = 0
) -> Iterator[Section]:
    """The sections under the headings. ``path`` begins each id; ``above`` is the level that they stand below."""
    ids: list[tuple[int, str]] = []
    ends = _last_lines(headings, len(lines) - 1)
    for at, heading in enumerate(headings):
        while ids and ids[-1][0] >= heading.level:
            ids.pop()
        above_id = f"{ids[-1][1]}." if ids else path
        ids.append((heading.level, f"{above_id}{heading.ordinal}"))
        yield Section(
            id=ids[-1][1],
            level=heading.level + above,
            number=heading.number,
            title=heading.title,
            heading=heading.span,
            body=_own_text(lines, heading, headings[at + 1 : at + 2]),
            span=Span(heading.span.start, max(heading.span.end, lines[ends[at]].span.end)),
            part=part,
        )


def _own_text(lines: Sequence[Line], heading: Heading, after: Sequence[Heading]) -> Span:
    last = after[0].line - 1 if after else len(lines) - 1
    return Span(heading.body_start, max(heading.body_start, lines[last].span.end))


def _last_lines(headings: Sequence[Heading], last: int) -> list[int]:
    """For each heading the last line of all that stands under it, children included."""
    ends = [last] * len(headings)
    open_headings: list[int] = []
    for at, heading in enumerate(headings):
        while open_headings and headings[open_headings[-1]].level >= heading.level:
            ends[open_headings.pop()] = heading.line - 1
        open_headings.append(at)
    return ends


def annex_section(annex: Segment, headings: Sequence[Heading], name: str, part: int, span: Span) -> Section:
    """The section that an annex is: its label is the number, its title the table's."""
    heading = annex.head[0].span.join(annex.head[-1].span)
    end = span.end
    if headings:
        first = headings[0].line
        end = annex.lines[first - 1].span.end if first else heading.end
    title = annex.title.value if annex.title else ""
    number = annex.label.number if annex.label else None
    body = Span(annex.lines[0].span.start, end) if annex.lines and end > heading.end else Span(heading.end, heading.end)
    return Section(name, 1, number, title, heading, body, span, part)
