"""Headings that are no titles but the first sentence of an item, and are read like one.

Finds: 2．2022年底前，完成老旧小区改造50个。（市住建局负责）; 3．新建污水管网30公里。
Leaves: 2．改造老旧小区。2022年底前，完成50个。

Where nothing but clauses and labels that say who does it by when (责任单位：…, 完成时限：…) stands behind a heading, it
is all that the item says; where text follows, only a comma and a number tell the sentence from a title.
"""

from collections.abc import Iterator

from planparse import patterns
from planparse.document import Document, Section
from planparse.span import Span

_LABEL_LINE = patterns.compile(
    r"（?(?:责任|牵头|配合|参加|参与|完成|办结|时间|时限|主责|主办|协办)[^，。；：\n]{0,8}："
)
_BRACKETED = patterns.compile(r"[（〔［【\s][^\n]*[）〕］】]。?")


def sentence_heading(document: Document, section: Section) -> Span | None:
    """The place of the sentence that a heading is; None where it is a title."""
    if (section.number or "").startswith("附"):
        return None  # an annex has a title
    reads_as_one = "，" in section.title and any(map(str.isdigit, section.title))
    if not (reads_as_one or _says_all(document, section)):
        return None
    start = document.chars.find(section.title[:2], section.heading.start, section.heading.end)
    return Span(max(start, section.heading.start), section.heading.end)


def _says_all(document: Document, section: Section) -> bool:
    """Whether neither text nor sections follow below the heading."""
    below = document.section_at(section.span.end - 1)
    lines = (document.chars[line.start : line.end].strip("。\n ") for line in prose_lines(document, section))
    return (below is None or below.id == section.id) and all(not line or _BRACKETED.fullmatch(line) for line in lines)


def prose_lines(document: Document, section: Section) -> Iterator[Span]:
    """The lines of the body that are no label lines (责任单位：…, 完成时限：…) and no rows of a table."""
    at = section.body.start
    for line in document.chars[section.body.start : section.body.end].splitlines(keepends=True):
        span = Span(at, at + len(line))
        in_table = any(table.span.overlaps(span) for table in document.tables)
        if line.strip("。\n ") and not is_label_line(line) and not in_table:
            yield span
        at = span.end


def is_label_line(text: str) -> bool:
    """责任单位：…, 完成时限：…"""
    return bool(_LABEL_LINE.match(text))


def label_before(document: Document, section: Section, at: int) -> bool:
    """Whether nothing but a label stands before ``at`` in its line: 完成时限：|2023年12月底前."""
    start = max(document.chars.rfind("\n", 0, at) + 1, section.body.start)
    return bool(_LABEL_LINE.fullmatch(document.chars, start, at))
