"""Every item stands in the source where its span says."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from corpus import (
    ANNOTATED,
    INVENTED,
    RECALLED,
    SAMPLES,
    WRAPPED,
    flat,
    misplaced_metadata,
    name_of,
    parsed,
    source_text,
    ungrounded,
)
from planparse import parse
from planparse.notice import Deadline, Responsibility, Target
from planparse.output.json import to_json

EVERY_NOTICE = pytest.mark.parametrize("path", [*ANNOTATED, *INVENTED, *RECALLED, *WRAPPED], ids=name_of)


@EVERY_NOTICE
def test_every_item_is_grounded(path: Path) -> None:
    notice = parsed(path)
    assert notice.targets
    assert notice.deadlines
    assert ungrounded(notice, source_text(path)) == []
    assert misplaced_metadata(notice, source_text(path)) == []


@EVERY_NOTICE
def test_ids_count_in_text_order(path: Path) -> None:
    notice = parsed(path)
    for prefix, items in (("t", notice.targets), ("d", notice.deadlines), ("r", notice.responsibilities)):
        assert [item.id for item in items] == [f"{prefix}{n}" for n in range(1, len(items) + 1)]
        assert [item.span.start for item in items] == sorted(item.span.start for item in items)


@EVERY_NOTICE
def test_every_item_names_a_section_that_holds_it(path: Path) -> None:
    notice = parsed(path)
    sections = {section.id: section for section in flat(notice.sections)}
    items: list[Target | Deadline | Responsibility] = [*notice.targets, *notice.deadlines, *notice.responsibilities]
    for item in items:
        if item.section_id is not None:
            span = sections[item.section_id].span
            assert span.start <= item.span.start <= item.span.end <= span.end


@EVERY_NOTICE
def test_the_value_stands_within_the_evidence(path: Path) -> None:
    for target in parsed(path).targets:
        if target.value_span is not None:
            assert target.span.start <= target.value_span.start < target.value_span.end <= target.span.end
        assert (target.kind == "quantitative") == (target.value is not None)


@EVERY_NOTICE
def test_dates_are_days_of_the_calendar_in_order(path: Path) -> None:
    for deadline in parsed(path).deadlines:
        days = [date.fromisoformat(day) for day in (deadline.start, deadline.end) if day]
        assert days == sorted(days)


def test_pieces_stand_beside_a_span_only_where_a_line_end_was_dropped() -> None:
    text = (
        "某市节能方案\n\n一、主要目标\n\n到 2025 年，全市单位地区生产总值能耗比2020年下降14%，化学需氧量重点工程减排\n"
        "量达到 300 吨，氨氮重点工程减排量达到20吨。节能减排政策体系更加健全，经济社会发展绿色转型取得显著成效。\n"
    )
    notice = parse(text)
    for target in notice.targets:
        words = text[target.span.start : target.span.end]
        assert (target.spans is not None) == ("\n" in words)
    assert ungrounded(notice, text) == []


_LINES = sorted({line for path in SAMPLES for line in source_text(path).splitlines() if 0 < len(line) < 700})
_HEADS = (
    "某市人民政府关于印发某市节能工作方案的通知",
    "某政发〔2022〕7号",
    "各区人民政府，市政府各部门：",
    "一、总体要求",
    "（一）强化重点行业节能。",
    "2．推进示范。",
    "附件",
    "抄送：市委办公室。",
)
_DEBRIS = (" ", "\n", "\u3000", "\u200b", "\r\n", "-1-", "（", "〔", "2025年", "％")
_TRADITIONAL = OpenCC("s2t")


@st.composite
def mangled_line(draw: st.DrawFn) -> str:
    """A line of a real notice, or one like it, with what copying and pasting does to it."""
    line = draw(st.sampled_from(_LINES) | st.sampled_from(_HEADS))
    for at in draw(st.lists(st.integers(0, len(line)), max_size=4)):
        line = line[:at] + draw(st.sampled_from(_DEBRIS)) + line[at:]
    if draw(st.booleans()):
        line = _TRADITIONAL.convert(line)
    return line


TEXTS = st.lists(mangled_line(), max_size=14).map("\n".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("某市人民政府关于印发某市节能工作方案的通知\n附件：“十三五”周村区能耗控制目标和减排控制计划\n\t10.3")
def test_whatever_is_pasted_together_is_grounded_and_deterministic(text: str) -> None:
    notice = parse(text)
    assert ungrounded(notice, text) == []
    assert to_json(parse(text)) == to_json(notice)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text("一二三（）()1．、，。；：《》〔〕年%到到2025 \n号第市省责任单位", max_size=120))
def test_no_text_is_too_strange(text: str) -> None:
    notice = parse(text)
    assert notice.source.characters == len(text)
    assert ungrounded(notice, text) == []


def test_lone_surrogates_are_read_as_question_marks() -> None:
    assert [d.name for d in parse("a\ud800b").diagnostics] == ["undecodable-bytes", "not-a-notice"]
