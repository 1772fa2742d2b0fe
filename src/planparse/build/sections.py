"""The flat list of sections as a tree, and which section a place stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from planparse import document, notice
from planparse.build.faults import reported
from planparse.build.places import Places
from planparse.span import Span


def section_tree(sections: Sequence[document.Section], places: Places) -> list[notice.Section]:
    """Each section holds the deeper ones that follow it in the same part."""
    trees = []
    at = 0
    while at < len(sections):
        end = _end_of_branch(sections, at)
        trees.append(_section(sections[at], section_tree(sections[at + 1 : end], places), places))
        at = end
    return trees


def section_at(sections: Sequence[document.Section], span: Span) -> str | None:
    """The id of the innermost section that holds the place; None outside the plan's sections."""
    last = bisect_right(sections, span.start, key=lambda section: section.span.start)
    return next((section.id for section in reversed(sections[:last]) if section.span.contains(span)), None)


def _end_of_branch(sections: Sequence[document.Section], at: int) -> int:
    top = sections[at]
    behind = range(at + 1, len(sections))
    return next((i for i in behind if sections[i].level <= top.level or sections[i].part != top.part), len(sections))


def _section(section: document.Section, children: list[notice.Section], places: Places) -> notice.Section:
    with reported(f"section {section.id}", section.span):
        return notice.Section(
            id=section.id,
            part_id=part_id(section.part),
            level=section.level,
            number=section.number,
            title=section.title,
            heading_span=places.span(section.heading),
            heading_spans=places.pieces(*_number_and_title(section, places)),
            text=places.lines(section.body).strip(),
            children=children,
            span=places.span(section.span),
            spans=places.pieces(section.span),
        )


def _number_and_title(section: document.Section, places: Places) -> tuple[Span, ...]:
    """附件：能耗控制目标: the mark between belongs to neither; other headings are one piece."""
    heading, number = section.heading, section.number or ""
    words = places.text[heading]
    behind = len(words) - len(words[len(number) :].lstrip("：.、"))
    if not (words.startswith("附") and words.startswith(number) and behind > len(number)):
        return (heading,)
    return Span(heading.start, heading.start + len(number)), Span(heading.start + behind, heading.end)


def part_id(index: int) -> str:
    """The id of the part at ``index``."""
    return f"p{index + 1}"
