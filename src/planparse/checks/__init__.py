"""The checks of a notice: what a careful reader would tell its drafter. One finding a file.

What parsing already tells (repeated text, numbers that skip or repeat, lists that do not pair, unknown units …) are the
diagnostics of the notice; ``findings`` gives both, in text order.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from planparse.checks import (
    body_names,
    deadline_out_of_time,
    document_number,
    figures_differ,
    heading_without_text,
    missing_date,
    percentage_over_100,
    section_without_body,
    target_without_deadline,
)
from planparse.checks.check import Check, Fault
from planparse.diagnostics import KINDS, Kind, Severity
from planparse.notice import Notice, SourceSpan

__all__ = ["ALL_KINDS", "CHECKS", "Finding", "findings"]

CHECKS: tuple[Check, ...] = (
    target_without_deadline.CHECK,
    deadline_out_of_time.BEFORE,
    deadline_out_of_time.AFTER,
    figures_differ.CHECK,
    percentage_over_100.CHECK,
    section_without_body.CHECK,
    body_names.TWO_NAMES,
    body_names.WRONG_LEVEL,
    document_number.MISSING,
    document_number.MALFORMED,
    missing_date.CHECK,
    heading_without_text.CHECK,
)
ALL_KINDS: tuple[Kind, ...] = (*KINDS.values(), *(check.kind for check in CHECKS))
"""Every kind of finding, of parsing and of checking, in the order of their codes."""


class Finding(NamedTuple):
    """One finding in a file. ``line`` and ``column`` count from 1, columns in code points; ``evidence`` is the text there."""

    code: str
    name: str
    severity: Severity
    message: str
    section_id: str | None
    span: SourceSpan
    line: int
    column: int
    evidence: str


def findings(notice: Notice, source: str) -> list[Finding]:
    """All that parsing and the checks find, in text order; ``source`` is the text that the notice was read from."""
    found = list(_of_parsing(notice, source))
    if not any(finding.name == "not-a-notice" for finding in found):
        found += _of_checks(notice, source)
    return sorted(found, key=lambda finding: (finding.span.start, finding.code, finding.span.end))


def _of_parsing(notice: Notice, source: str) -> Iterator[Finding]:
    for told in notice.diagnostics:
        evidence = source[told.span.start : told.span.end]
        yield Finding(
            told.code,
            told.name,
            told.severity,
            told.message,
            told.section_id,
            told.span,
            told.line,
            told.column,
            evidence,
        )


def _of_checks(notice: Notice, source: str) -> Iterator[Finding]:
    starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    for check in CHECKS:
        for fault in check.find(notice, source):
            yield _located(check.kind, fault, source, starts)


def _located(kind: Kind, fault: Fault, source: str, starts: list[int]) -> Finding:
    line = bisect_right(starts, fault.span.start, hi=len(starts) - 1)
    evidence = source[fault.span.start : fault.span.end]
    column = fault.span.start - starts[line - 1] + 1
    return Finding(
        kind.code, kind.name, kind.severity, fault.message, fault.section_id, fault.span, line, column, evidence
    )
