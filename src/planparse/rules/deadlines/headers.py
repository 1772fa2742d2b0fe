"""Years that head the columns of a table of targets: each is a deadline (guide, “Deadlines”)."""

from planparse import patterns
from planparse.document import Deadline, Document, Table
from planparse.rules.deadlines.calendar import calendar_of
from planparse.rules.deadlines.expressions import time_expressions
from planparse.span import Span

_PRESENT = patterns.compile("现状|基期|基准|基数|完成|实际|实绩|历史|上年")


def column_deadlines(document: Document, table: Table) -> dict[int, Deadline]:
    """The deadline of each column whose head names a year that is still to come, by the column's index."""
    calendar = calendar_of(document)
    first_row = min((cell.start for row in table.cells[:1] for cell in row), default=table.span.end)
    at = table.span.start
    found: dict[int, Deadline] = {}
    for index, head in enumerate(table.header):
        start = document.chars.find(head, at, first_row) if head else -1
        if start < 0:
            continue
        at = start + len(head)
        if _PRESENT.search(head):
            continue
        for time in time_expressions(document.chars, Span(start, at), calendar):
            day = time.dated
            if day.end and not (calendar.issued and day.end.year < calendar.issued):
                text = document.chars[time.span.start : time.span.end]
                found[index] = Deadline(
                    table.section_id, text, day.kind, day.start, day.end, time.span, "deadline/column"
                )
    return found
