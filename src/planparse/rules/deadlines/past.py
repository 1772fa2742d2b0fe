"""Expressions of a time before the notice: a sentence that opens with one tells what has been reached.

截至2020年底，全省累计建成养老机构1680家；“十三五”以来，完成投资320亿元；2020年，……已达到58.6%
"""

import re

from planparse import patterns
from planparse.document import Document, Section
from planparse.lexicon.five_year_plans import FIVE_YEAR_PLAN, five_year_plan
from planparse.rules.deadlines.calendar import calendar_of
from planparse.rules.deadlines.context import opens_clause
from planparse.rules.deadlines.expressions import Calendar, time_expressions
from planparse.span import Span

# 2000年以前|建成的小区: which ones, not what has been reached
_DESCRIBES = patterns.compile(r"(?<=前)[^，；。\d]{1,10}的")


# What every expression of a past time has in it; to look for it is far cheaper than to read all times once more.
_HINT = patterns.compile(rf"以来|[〇○]|(?P<year>(?:19|20)\d\d)|(?P<plan>{FIVE_YEAR_PLAN})(?P<part>”?前)?")


def _may_tell_of_past(chars: str, body: Span, calendar: Calendar) -> bool:
    """Whether anything in the text may lie before the notice: a year, the end of a plan, a month of a plan that is over."""
    issued = calendar.issued or 0
    ends = (calendar.year, calendar.period[1] if calendar.period else None)
    if any(year and year < issued for year in ends):
        return True
    return any(_is_earlier(hint, issued) for hint in _HINT.finditer(chars, body.start, body.end))


def _is_earlier(hint: re.Match[str], issued: int) -> bool:
    if hint["year"]:
        return int(hint["year"]) < issued
    plan = five_year_plan(hint["plan"]) if hint["plan"] and not hint["part"] else None
    return plan is None or plan.end < issued


def past_expressions(document: Document, section: Section) -> tuple[Span, ...]:
    """The places where a clause of the section opens with a time that lies before the notice."""
    calendar = calendar_of(document)
    chars = document.chars
    if not _may_tell_of_past(chars, section.body, calendar):
        return ()
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
