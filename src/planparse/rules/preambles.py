"""What a plan says before its first heading: 奋斗目标：经过五年努力，…… 具体指标：到2017年，…….

Its paragraphs are read like the text of a section, but what they give stands in none: its ``section_id`` is null. The
paragraph that says why and on what basis the plan is made (为……，制定本方案) states no aims.
"""

from collections.abc import Iterator

from planparse import patterns
from planparse.document import Document, Section
from planparse.span import Span

_MADE = patterns.compile("(?:制定|制订|编制|提出|采取)(?:了)?(?:本|如下|以下|此)|特制定|现就|现将")
_OUTSIDE = ""  # the id of what is no section


def preambles(document: Document) -> Iterator[Section]:
    """The paragraphs of each plan before its first heading, each as a section without heading."""
    for index, part in enumerate(document.parts):
        first = next((section.heading.start for section in document.sections if section.part == index), None)
        if part.kind != "plan" or first is None:
            continue
        for line in part.lines:
            if line.span.end <= first and "。" in line.text and not _MADE.search(line.text):
                start = Span(line.span.start, line.span.start)
                yield Section(_OUTSIDE, 0, None, "", start, line.span, line.span, index)


def section_id(section: Section) -> str | None:
    """The id that items of the section carry."""
    return section.id or None
