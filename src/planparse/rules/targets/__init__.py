"""Targets: results that the plan commits its own place or bodies to (guide, “Targets”).

Finds: 到2020年，全区单位地区生产总值能耗比2015年下降17%；创建5家示范单位；基本消除黑臭水体
Leaves: 65蒸吨/小时以上的燃煤锅炉 (threshold), 奖补最高3000万元 (sum paid), 推进园区循环化改造 (measure)
"""

import re

from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section, Target
from planparse.rules.targets.walk import Walk
from planparse.span import Span

__all__ = ["find_targets"]

_LABEL_LINE = re.compile(r"(?m)^(?:（)?[^，。；：\n]{2,10}：")


def find_targets(document: Document, deadlines: tuple[Deadline, ...]) -> tuple[tuple[Target, ...], tuple[Diagnostic, ...]]:
    """All targets of the sections, in text order, and the places where two readings remained."""
    targets: list[Target] = []
    diagnostics: list[Diagnostic] = []
    for section in document.sections:
        walk = Walk(document, section, [d for d in deadlines if d.section_id == section.id])
        due = _labelled_deadline(document, section, walk.deadlines)
        prose = _prose(document, section)
        if due is not None and not prose:
            walk.run(_first_clause_of_title(document, section), due)
        for span in prose:
            walk.run(span, due)
        targets += walk.targets
        diagnostics += walk.diagnostics
    return tuple(targets), tuple(diagnostics)


def _labelled_deadline(document: Document, section: Section, deadlines: "list[Deadline] | object") -> Deadline | None:
    """完成时限：2023年12月底前 on a line of its own governs the whole section."""
    for deadline in deadlines if isinstance(deadlines, list) else []:
        start = document.chars.rfind("\n", 0, deadline.span.start) + 1
        label = document.chars[start : deadline.span.start]
        if label.endswith("：") and _LABEL_LINE.fullmatch(label) and start >= section.body.start:
            return deadline
    return None


def _prose(document: Document, section: Section) -> list[Span]:
    """The lines of the body that are no label lines (责任单位：…, 完成时限：…)."""
    spans: list[Span] = []
    at = section.body.start
    for line in document.chars[section.body.start : section.body.end].splitlines(keepends=True):
        if line.strip("。\n ") and not _is_label_line(line):
            spans.append(Span(at, at + len(line)))
        at += len(line)
    return spans


def _is_label_line(line: str) -> bool:
    return bool(re.match(r"(?:（)?(?:责任|牵头|配合|参加|参与|完成|办结|时间|主责|主办|协办)[^，。；：\n]{1,8}：", line))


def _first_clause_of_title(document: Document, section: Section) -> Span:
    """The thing that is due where a heading says it: 1．制定能源领域碳达峰专项行动方案."""
    title_start = section.heading.end - len(document.chars[section.heading.start : section.heading.end].split(section.title[:1], 1)[-1]) - 1
    text = document.chars[title_start : section.heading.end]
    end = next((i for i, c in enumerate(text) if c in "，；。"), len(text))
    return Span(title_start, title_start + end)
