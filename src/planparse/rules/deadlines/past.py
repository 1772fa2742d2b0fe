"""Expressions of a time before the notice: a sentence that opens with one tells what has been reached.

截至2020年底，全省累计建成养老机构1680家；“十三五”以来，完成投资320亿元；2020年，……已达到58.6%
"""

from planparse import patterns
from planparse.document import Document, Section
from planparse.rules.deadlines.calendar import calendar_of
from planparse.rules.deadlines.context import opens_clause
from planparse.rules.deadlines.expressions import time_expressions
from planparse.span import Span

# 2000年以前|建成的小区: which ones, not what has been reached
_DESCRIBES = patterns.compile(r"(?<=前)[^，；。\d]{1,10}的")


def past_expressions(document: Document, section: Section) -> tuple[Span, ...]:
    """The places where a clause of the section opens with a time that lies before the notice."""
    calendar = calendar_of(document)
    chars = document.chars
    return tuple(
        found.span
        for found in time_expressions(chars, section.body, calendar)
        if opens_clause(chars, section.body, found.span.start)
        and not _DESCRIBES.match(chars, found.span.end)
        and (
            chars.startswith("以来", found.span.end)
            or chars.endswith("以来", found.span.start, found.span.end)
            or (calendar.issued and found.dated.end and found.dated.end.year < calendar.issued)
        )
    )
