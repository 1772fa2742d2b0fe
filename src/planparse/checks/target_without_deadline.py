"""A target with a number, and no word by when."""

from collections.abc import Iterator

from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """Each target with a value that no deadline governs."""
    for target in notice.targets:
        if target.kind == "quantitative" and target.deadline is None:
            yield Fault(target.span, f"“{target.indicator}” has a figure and no deadline", target.section_id)


CHECK = Check(
    Kind("P601", "target-without-deadline", "info", "A target has a figure, and nothing says by when it is due."), find
)
