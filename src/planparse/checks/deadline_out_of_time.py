"""A deadline that lies before the notice's own date, or ends after the period that the plan's title names."""

from collections.abc import Iterator

from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice


def find_before(notice: Notice, source: str) -> Iterator[Fault]:
    """Each deadline whose last day was over when the notice was issued."""
    issued = notice.metadata.issue_date
    for deadline in notice.deadlines:
        if issued and deadline.kind == "by" and deadline.end and deadline.end < issued:
            message = f"“{deadline.text}” ended on {deadline.end}, before the notice's date {issued}"
            yield Fault(deadline.span, message, deadline.section_id)


def find_after(notice: Notice, source: str) -> Iterator[Fault]:
    """Each deadline that ends after the five-year plan in the title."""
    period = notice.metadata.plan_period
    for deadline in notice.deadlines:
        if period and deadline.end and int(deadline.end[:4]) > period.end:
            message = f"“{deadline.text}” ends after the plan's period “{period.name}” ({period.start}—{period.end})"
            yield Fault(deadline.span, message, deadline.section_id)


BEFORE = Check(
    Kind("P602", "deadline-before-notice", "warning", "A deadline was over when the notice was issued."), find_before
)
AFTER = Check(
    Kind("P603", "deadline-after-period", "info", "A deadline ends after the five-year plan that the title names."),
    find_after,
)
