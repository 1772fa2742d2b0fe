"""A notice in a few lines: what it is, and how much was found in it."""

from collections.abc import Iterator

from planparse.notice import Notice, Section
from planparse.output.columns import pad, wrap

_LABELS = 11


def summary(notice: Notice, width: int) -> Iterator[str]:
    """Title, document number, date, and the counts of what was found, in lines of at most ``width`` cells."""
    for label, value in _facts(notice):
        for n, line in enumerate(wrap(value, max(10, width - _LABELS))):
            yield pad("" if n else label, _LABELS) + line


def _facts(notice: Notice) -> Iterator[tuple[str, str]]:
    head = notice.metadata
    numbers = sum(target.kind == "quantitative" for target in notice.targets)
    parties = {party.name for clause in notice.responsibilities for party in clause.parties}
    yield "title", head.title or head.plan_title or "—"
    if head.plan_title and head.title:
        yield "plan", head.plan_title
    yield "number", head.document_number or "—"
    yield "date", head.issue_date or "—"
    yield "issuer", "、".join(head.issuers) or "—"
    yield "sections", str(sum(map(_count, notice.sections)))
    yield "targets", f"{len(notice.targets)} ({numbers} with a number, {len(notice.targets) - numbers} without)"
    yield "deadlines", str(len(notice.deadlines))
    yield "bodies", f"{len(parties)} in {len(notice.responsibilities)} clauses"


def _count(section: Section) -> int:
    return 1 + sum(map(_count, section.children))
