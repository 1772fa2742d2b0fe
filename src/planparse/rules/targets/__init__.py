"""Targets: results that the plan commits its own place or bodies to (guide, “Targets”).

Finds: 到2020年，全区单位地区生产总值能耗比2015年下降17%；创建5家示范单位；基本消除黑臭水体
Leaves: 65蒸吨/小时以上的燃煤锅炉 (threshold), 奖补最高3000万元 (sum paid), 推进园区循环化改造 (measure)
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planparse import patterns
from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section, Target
from planparse.rules.deadlines.past import past_expressions
from planparse.rules.preambles import preambles
from planparse.rules.sentence_headings import label_before, prose_lines, sentence_heading
from planparse.rules.targets.due import deadlines_in
from planparse.rules.targets.quantities import holds_number
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.walk import Passage, Walk
from planparse.span import Span

__all__ = ["find_targets"]

_TELLS_FACTS = patterns.compile(
    "(?:[发开]展|工作|基本|主要|建设|我[市省县区]|当前|现有|存在的?(?:主要)?|面临的?|规划|起草|编制|现实|取得的?|[和与及、])*"
    "(?:现状|基础|情况|背景|形势(?:[和与]?(?:任务|要求))?|问题|不足|困难|挑战|机遇|成效|成绩|进展|必要性)"
    "(?:[、和与及]?(?:存在的?(?:主要)?|面临的?|主要)?(?:现状|基础|情况|背景|形势|问题|不足|困难|挑战|机遇|成效|成绩|进展|必要性))*"
)
_COUNTS = patterns.compile("[^，；：）〕\\d]{0,4}\\d")
_OPENING_BRACKETS = "（〔［【"
_CLOSING_BRACKETS = "）〕］】"


def find_targets(
    document: Document, deadlines: tuple[Deadline, ...]
) -> tuple[tuple[Target, ...], tuple[Diagnostic, ...]]:
    """All targets of the sections, in text order, and the places where two readings remained."""
    targets: list[Target] = []
    diagnostics: list[Diagnostic] = []
    by_section: defaultdict[str | None, list[Deadline]] = defaultdict(list)
    for deadline in deadlines:
        by_section[deadline.section_id].append(deadline)
    goal: tuple[Section, Reach] | None = None
    told: Section | None = None  # 发展现状: all of it says how things stand
    for section in document.sections:
        told = section if _TELLS_FACTS.fullmatch(section.title) else told
        if told and told.span.contains(section.span):
            continue
        own = by_section[section.id]
        above = goal[1] if goal and goal[0].span.contains(section.span) else None
        if not (own or above or holds_number(document.chars, section.heading.join(section.body))):
            continue
        walk = Walk(document, section, own, past_expressions(document, section))
        left = walk.run(_passages(document, section, own), above)
        if "目标" in section.title and left.deadline is not None and left.listing:
            goal = section, Reach(left.deadline, own=True, bullet=True, hoped=left.hoped)
        targets += walk.targets
        diagnostics += walk.diagnostics
    for preamble in preambles(document):
        walk = Walk(document, preamble, by_section[None], past_expressions(document, preamble))
        walk.run([Passage(preamble.body)])
        targets += (target for target in walk.targets if target.deadline)
    if document.tables:
        from planparse.rules.targets.in_tables import targets_in_tables  # few notices have a table

        in_tables, unclear = targets_in_tables(document, deadlines)
        targets += in_tables
        diagnostics += unclear
    targets.sort(key=lambda target: (target.value_span or target.span).end)
    return tuple(targets), tuple(diagnostics)


def _passages(document: Document, section: Section, deadlines: Sequence[Deadline]) -> Iterator[Passage]:
    """What the section says: the sentence that its heading is, or the prose of its body, cut behind deadlines in brackets."""
    labelled = next((d for d in deadlines if label_before(document, section, d.span.start)), None)
    if sentence := sentence_heading(document, section):
        yield Passage(_first_clause(document, sentence) if labelled else sentence, labelled, is_thing=True)
    titled = next((d for d in deadlines if section.heading.contains(d.span)), None)
    for line in prose_lines(document, section):
        start, due = line.start, labelled or titled
        for deadline in deadlines_in(line, deadlines):
            bracket = _bracket_around(document.chars, line, deadline.span)
            if bracket is None or bracket.start < start:
                continue
            if document.chars.startswith("：", bracket.end):  # 第一阶段（2022年）：……。|第二阶段（2023年）：……
                stage = max(document.chars.rfind(mark, start, bracket.start) + 1 for mark in "。；")
                yield Passage(Span(start, max(start, stage)), due, is_thing=labelled is None)
                start, due = bracket.end + 1, deadline
            else:
                yield Passage(Span(start, bracket.start), deadline)
                start = bracket.end
        yield Passage(Span(start, line.end), due, is_thing=labelled is None)


def _first_clause(document: Document, sentence: Span) -> Span:
    """The thing that is due where a heading names it: 1．制定能源领域碳达峰专项行动方案."""
    end = next((i for i in range(sentence.start, sentence.end) if document.chars[i] in "，；。"), sentence.end)
    return Span(sentence.start, end)


def _bracket_around(chars: str, line: Span, at: Span) -> Span | None:
    """The bracket that holds a deadline: （完成时限：2021年11月底前）; its text governs what stands before it."""
    opening = max(chars.rfind(mark, line.start, at.start) for mark in _OPENING_BRACKETS)
    closed = max(chars.rfind(mark, line.start, at.start) for mark in _CLOSING_BRACKETS)
    closing = min((i for mark in _CLOSING_BRACKETS if (i := chars.find(mark, at.end, line.end)) >= 0), default=-1)
    counts = chars.startswith("其中", opening + 1) or _COUNTS.match(chars, at.end)  # （2023年底前|建成10个）
    holds_it = opening > closed and closing >= 0 and not counts
    return Span(opening, closing + 1) if holds_it else None
