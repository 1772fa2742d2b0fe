"""A task that nobody is responsible for, among tasks that all have somebody."""

from collections.abc import Iterator, Sequence

from planparse import patterns
from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice, Section

_LEAST_NEIGHBOURS = 3
_SHARE_WITH_BODY = 0.75
_NO_TASK = patterns.compile("指导思想|原则|目标|总体要求|重要意义|现状|形势|保障|组织领导|监督|考核|宣传")


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """Each section without a clause where three quarters of its neighbours, at least three, have one."""
    named = {clause.section_id for clause in notice.responsibilities}
    yield from _among(notice.sections, named, above="")


def _among(sections: Sequence[Section], named: set[str | None], above: str) -> Iterator[Fault]:
    tasks = [section for section in sections if not _NO_TASK.search(section.title)]
    with_body = [section for section in tasks if _has_body(section, named)]
    many = len(with_body) >= _LEAST_NEIGHBOURS and len(with_body) >= _SHARE_WITH_BODY * len(tasks)
    if many and above and not _NO_TASK.search(above):
        for section in tasks:
            if section not in with_body:
                message = f"“{section.title}” names no responsible body; its neighbours do"
                yield Fault(section.heading_span, message, section.id)
    for section in sections:
        yield from _among(section.children, named, section.title)


def _has_body(section: Section, named: set[str | None]) -> bool:
    return section.id in named or any(_has_body(child, named) for child in section.children)


CHECK = Check(
    Kind(
        "P606",
        "section-without-body",
        "warning",
        "A task has no responsible body where its neighbouring tasks have one.",
    ),
    find,
)
