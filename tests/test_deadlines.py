"""Deadlines: each row is a sentence, the notice's year, and the deadlines in it (text, kind, start, end)."""

import pytest

from planparse.document import Document, Field, Head, Part, Section
from planparse.rules.deadlines import find_deadlines
from planparse.span import Span

Row = tuple[str, str, str | None, str | None]

ROWS: list[tuple[str, list[Row]]] = [
    ("到2025年，占比达到15%。", [("到2025年", "by", None, "2025-12-31")]),
    ("2023年底前，完成整治。", [("2023年底前", "by", None, "2023-12-31")]),
    ("2023年年底前，完成整治。", [("2023年年底前", "by", None, "2023-12-31")]),
    ("力争2030年前实现碳达峰。", [("2030年前", "by", None, "2029-12-31")]),
    ("2030年底前基本实现现代化。", [("2030年底前", "by", None, "2030-12-31")]),
    ("2022年6月底前，印发方案。", [("2022年6月底前", "by", None, "2022-06-30")]),
    ("2022年2月底前，印发方案。", [("2022年2月底前", "by", None, "2022-02-28")]),
    ("于2023年6月30日前完成验收。", [("2023年6月30日前", "by", None, "2023-06-30")]),
    ("“十四五”期间，新增5家。", [("“十四五”期间", "during", "2021-01-01", "2025-12-31")]),
    ("“十四五”时期，下降10%。", [("“十四五”时期", "during", "2021-01-01", "2025-12-31")]),
    ("到“十五五”末，达到20%。", [("到“十五五”末", "by", None, "2030-12-31")]),
    ("2023—2025年，每年新增10家。", [("2023—2025年", "during", "2023-01-01", "2025-12-31"), ("每年", "recurring", None, None)]),
    ("2022年，全省能耗下降1%。", [("2022年", "during", "2022-01-01", "2022-12-31")]),
    ("2022年上半年，印发方案。", [("2022年上半年", "during", "2022-01-01", "2022-06-30")]),
    ("力争2023年6月建成一批项目。", [("2023年6月", "during", "2023-06-01", "2023-06-30")]),
    ("重点在5—9月集中实施治理。", [("5—9月", "recurring", None, None)]),
    ("各市每年4月底前将总结报送省节能办。", [("每年4月底前", "recurring", None, None)]),
    ("9月底前，完成自查。", [("9月底前", "by", None, "2021-09-30")]),
    ("年底前完成建设。", [("年底前", "by", None, "2021-12-31")]),
    (
        "2023年组织中期评估，9月底前完成报告。",
        [("2023年", "during", "2023-01-01", "2023-12-31"), ("9月底前", "by", None, "2023-09-30")],
    ),
    ("完成时限：2023年12月底前", [("2023年12月底前", "by", None, "2023-12-31")]),
    ("完成时限：2023年12月", [("2023年12月", "by", None, "2023-12-31")]),
    ("三年内培育50家。", [("三年内", "during", None, None)]),
    ("应于目录更新后30天内，组织审核。", [("目录更新后30天内", "by", None, None)]),
    ("吞吐量2023年达到650万标箱。", [("2023年", "during", "2023-01-01", "2023-12-31")]),
    ("二〇二五年底前建成。", [("二〇二五年底前", "by", None, "2025-12-31")]),
    # none: baselines, names, titles, dates of meetings, what is past, manner
    ("能耗比2020年下降14%。", []),
    ("能耗在2020年基础上下降14%。", []),
    ("与2020年相比下降14%。", []),
    ("落实《2030年前碳达峰行动方案》。", []),
    ("为实现2030年前碳达峰目标奠定基础。", []),
    ("通报2022年度评价结果。", []),
    ("对2000年以前非节能建筑应改尽改。", []),
    ("经2022年11月9日市政府常务会议审议通过。", []),
    ("各地区“十四五”时期新增用电量不纳入考核。", []),
    ("完成“十四五”节能减排目标。", []),
    ("将时间压缩至3周以内。", []),
    ("按年度分解落实。", []),
    ("截至2019年底，已建成10家。", []),
]  # fmt: skip


def document(text: str) -> Document:
    whole, nothing = Span(0, len(text)), Span(0, 0)
    section = Section("1", 1, "一、", "目标", nothing, whole, whole, 0)
    return Document(
        text, Head(issue_date=Field("2021-03-01", nothing)), (Part("plan", 1, None, whole),), (section,), (), (), ()
    )


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_deadlines(text: str, expected: list[Row]) -> None:
    found, _ = find_deadlines(document(text))
    got = [(d.text, d.kind, d.start and d.start.isoformat(), d.end and d.end.isoformat()) for d in found]
    assert got == expected


def test_relative_period_is_dated_from_the_start_that_the_notice_gives() -> None:
    found, undated = find_deadlines(document("2021年起5年内，建成100个站。到期后评估。5年内淘汰老旧设备。"))
    assert [(str(d.start), str(d.end)) for d in found] == [("2021-01-01", "2025-12-31")] * 2
    assert undated == ()


def test_a_deadline_without_a_date_is_a_finding() -> None:
    _, undated = find_deadlines(document("三年内培育50家。"))
    assert [d.name for d in undated] == ["unresolved-deadline"]
