"""Deadlines: 到2025年, 2023年底前, “十四五”期间, 每年4月底前 (guide, “Deadlines”).

Finds: 到2020年，……；2019年年底前，……；2022年农作物……；全年新建……；完成时限：2023年12月底前
Leaves: 比2015年下降 (baseline), 2021年度评价 (name), 《2030年前碳达峰行动方案》 (title), 2000年以前建成的 (past)
"""

from collections.abc import Iterator

from planparse.clauses import blank
from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section
from planparse.rules.deadlines.calendar import calendar_of
from planparse.rules.deadlines.context import in_bracket, is_deadline, is_labelled
from planparse.rules.deadlines.expressions import Calendar, Dated, TimeExpression, time_expressions
from planparse.rules.deadlines.headers import column_deadlines, row_deadline
from planparse.rules.preambles import preambles, section_id
from planparse.rules.sentence_headings import sentence_heading
from planparse.rules.task_tables import task_rows

__all__ = ["find_deadlines"]


def find_deadlines(document: Document) -> tuple[tuple[Deadline, ...], tuple[Diagnostic, ...]]:
    """All deadlines in the bodies of the sections, in text order, and those that no date could be given to."""
    calendar = calendar_of(document)
    sections = (*preambles(document), *document.sections)
    in_prose = [d for section in sections for d in _in_section(document, section, calendar)]
    in_tables = [d for table in document.tables for d in column_deadlines(document, table).values()]
    rows = [(table, row) for table in document.tables for row in task_rows(document, table)]
    in_tables += [due for table, row in rows if (due := row_deadline(document, table, row, calendar))]
    tasks = [cell for _, row in rows for cell in row.tasks]
    prose = [
        d
        for d in in_prose
        if not any(table.span.contains(d.span) for table in document.tables)
        or any(cell.contains(d.span) for cell in tasks)
    ]
    deadlines = tuple(sorted(prose + in_tables, key=lambda d: d.span))
    undated = (d for d in deadlines if d.start is d.end is None and d.kind != "recurring")
    return deadlines, tuple(
        Diagnostic("unresolved-deadline", d.span, f"“{d.text}” has no date: the notice does not say from when")
        for d in undated
    )


def _in_section(document: Document, section: Section, calendar: Calendar) -> Iterator[Deadline]:
    """The deadlines of one section, heading and own body; a title counts only with 底前, 到 … or in brackets."""
    chars = document.chars
    calendar = _of_stage(chars, section, calendar)
    whole = section.heading.join(section.body) if section.body.start >= section.heading.end else section.body
    plain = blank(chars[whole.start : whole.end])
    previous: TimeExpression | None = None
    titled = None if sentence_heading(document, section) else section.heading
    for found in time_expressions(chars, whole, calendar):
        in_title = titled is not None and titled.contains(found.span)
        if in_title and not (found.marked or in_bracket(chars, found.span)):
            continue
        if is_deadline(chars, plain, whole, found, previous, calendar):
            day = found.dated
            if day.kind == "during" and is_labelled(chars, whole, found.span.start):
                day = Dated("by", None, day.end)  # 完成时限：2019年12月
            elif day.kind == "during" and previous and _is_until(chars, previous, found):
                day = Dated("by", None, day.end)  # 到2022年、|2025年
                found = found._replace(dated=day)
            text = chars[found.span.start : found.span.end]
            yield Deadline(
                section_id(section), text, day.kind, day.start, day.end, found.span, f"deadline/{found.shape}"
            )
            previous = found


def _of_stage(chars: str, section: Section, calendar: Calendar) -> Calendar:
    """总结阶段（2025年10—12月）: the year of a stage is that of the months in its section."""
    if "（" not in chars[section.heading.start : section.heading.end]:
        return calendar
    times = [found for found in time_expressions(chars, section.heading, calendar) if in_bracket(chars, found.span)]
    years = {day.year for found in times for day in (found.dated.start, found.dated.end) if day}
    return calendar._replace(year=years.pop()) if len(years) == 1 else calendar


def _is_until(chars: str, previous: TimeExpression, found: TimeExpression) -> bool:
    """Whether the 到 before the first of several times holds for this one too."""
    joined = chars[previous.span.end : found.span.start] in ("、", "和", "及")
    return joined and previous.dated.kind == "by" and chars[previous.span.start] in "到至"
