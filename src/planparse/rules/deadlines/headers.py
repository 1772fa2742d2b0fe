"""Deadlines of tables: years that head the columns of targets (guide, “Deadlines”), times by which tasks are due."""

from planparse import patterns
from planparse.document import Deadline, Document, Table
from planparse.rules.deadlines.calendar import calendar_of
from planparse.rules.deadlines.expressions import Calendar, time_expressions
from planparse.rules.task_tables import Row
from planparse.span import Span

_BESIDE_TIME = 4  # characters: 2023年12月底前|完成
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


def row_deadline(document: Document, table: Table, row: Row, calendar: Calendar) -> Deadline | None:
    """When the task of a row is due, where its cell says nothing but that: 2023年12月底前; 2023年12月 is the same."""
    cell = row.due
    if cell is None:
        return None
    for time in time_expressions(document.chars, cell, calendar):
        if len(cell) - len(time.span) <= _BESIDE_TIME:
            day = time.dated
            kind = "by" if day.kind == "during" and day.end else day.kind
            start = None if kind == "by" else day.start
            text = document.chars[time.span.start : time.span.end]
            return Deadline(table.section_id, text, kind, start, day.end, time.span, "deadline/row")
    return None
