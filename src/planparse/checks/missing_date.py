"""A notice without the date on which it was made (成文日期)."""

from collections.abc import Iterator

from planparse.checks.check import Check, Fault, head_span
from planparse.diagnostics import Kind
from planparse.notice import Notice


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """A notice of its own (not a plan alone) without a date."""
    if notice.metadata.title and not notice.metadata.issue_date:
        yield Fault(head_span(notice, "title"), "the notice has no date (成文日期)")


CHECK = Check(Kind("P611", "missing-date", "warning", "A notice has no date (成文日期)."), find)
