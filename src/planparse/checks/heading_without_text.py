"""A heading with nothing under it, where its neighbours have text."""

from collections.abc import Iterator

from planparse import patterns
from planparse.checks.check import Check, Fault, all_sections
from planparse.diagnostics import Kind
from planparse.notice import Notice, Section

_SENTENCE = patterns.compile(r"[，；：\d]|责任单位|完成时限")
_LONGEST_TITLE = 24


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """Each short heading without text, without sections below it, without a table and without a clause."""
    filled = {clause.section_id for clause in notice.responsibilities}
    filled |= {table.section_id for table in notice.tables} | {target.section_id for target in notice.targets}
    for siblings in _families(notice.sections):
        if 2 * sum(map(_is_empty, siblings)) > len(siblings):
            continue  # a list of items, each a phrase of its own
        for section in siblings:
            if _is_empty(section) and section.id not in filled:
                yield Fault(section.heading_span, f"“{section.title}” is a heading without text", section.id)


def _families(sections: list[Section]) -> Iterator[list[Section]]:
    yield sections
    for section in all_sections(sections):
        yield section.children


def _is_empty(section: Section) -> bool:
    is_title = len(section.title) <= _LONGEST_TITLE and not _SENTENCE.search(section.title)
    return is_title and not section.children and not section.text.strip("。； \n")


CHECK = Check(
    Kind("P612", "heading-without-text", "warning", "A heading has no text, while its neighbours have."), find
)
