"""Tables that share tasks out: what is to be done, by whom and by when, a row each."""

import pytest

from planparse import Notice, parse

NOTICE = """某县人民政府办公室关于印发某县养老服务三年行动方案（2023—2025年）的通知
各镇人民政府：
现将《某县养老服务三年行动方案（2023—2025年）》印发给你们，请认真贯彻执行。
某县人民政府办公室
2023年3月1日

某县养老服务三年行动方案（2023—2025年）
一、工作目标
推进各项工作。
二、保障措施
加强领导。

附件
任务分工表
{table}
"""
Found = tuple[list[tuple[str, float | None, str | None]], list[str], list[list[tuple[str, str]]]]

# The table, and its targets with what they are due by, its deadlines, and the parties of each row.
CASES: dict[str, tuple[str, Found]] = {
    "a column for all bodies, whose words may tell the roles": (
        "序号\t重点任务\t责任单位\t完成时限\n"
        "1\t企业开办时间压缩至1个工作日以内\t县市场监管局、县公安局\t2023年6月底前\n"
        "2\t建成统一的服务平台\t县民政局牵头，各镇人民政府配合\t2023年9月\n"
        "3\t优化办理流程\t县医保局\t持续推进",
        (
            [("企业开办时间", 1, "2023年6月底前"), ("建成统一的服务平台", None, "2023年9月")],
            ["2023年6月底前", "2023年9月"],
            [
                [("县市场监管局", "responsible"), ("县公安局", "responsible")],
                [("县民政局", "lead"), ("各镇人民政府", "support")],
                [("县医保局", "responsible")],
            ],
        ),
    ),
    "columns for lead and support, merged kinds, a dash": (
        "任务类别\t具体举措\t牵头单位\t配合单位\t完成时间\n"
        "一、设施\t1.新建照护中心1所，新增床位300张\t县民政局\t县发展改革局、县财政局\t2024年12月底前\n"
        "\t2.建立服务标准\t县市场监管局\t—\t长期坚持",
        (
            [("照护中心", 1, "2024年12月底前"), ("床位", 300, "2024年12月底前")],
            ["2024年12月底前"],
            [
                [("县民政局", "lead"), ("县发展改革局", "support"), ("县财政局", "support")],
                [("县市场监管局", "lead")],
            ],
        ),
    ),
    "without times, the task's own counts": (
        "工作任务\t牵头部门\n2024年6月底前完成摸底，2025年底前建成公园3个\t县住房城乡建设局\n加强宣传引导\t县委宣传部",
        (
            [("完成摸底", None, "2024年6月底前"), ("公园", 3, "2025年底前")],
            ["2024年6月底前", "2025年底前"],
            [[("县住房城乡建设局", "lead")], [("县委宣传部", "lead")]],
        ),
    ),
    "a table of figures is none of tasks": (
        "指标\t单位\t2024年\t2025年\n床位\t张\t500\t800",
        ([("床位", 500, "2024年"), ("床位", 800, "2025年")], ["2024年", "2025年"], []),
    ),
}


def found_in(notice: Notice) -> Found:
    """What a case gives."""
    return (
        [(t.indicator, t.value, t.deadline.text if t.deadline else None) for t in notice.targets],
        [deadline.text for deadline in notice.deadlines],
        [[(party.name, party.role) for party in clause.parties] for clause in notice.responsibilities],
    )


@pytest.mark.parametrize("name", CASES)
def test_a_table_of_tasks(name: str) -> None:
    table, expected = CASES[name]
    notice = parse(NOTICE.format(table=table))
    assert found_in(notice) == expected
    places = [*(t.section_id for t in notice.targets), *(clause.section_id for clause in notice.responsibilities)]
    assert set(places) == {"A1"}
    assert len(notice.tables) == 1


def test_bodies_that_cannot_be_read_are_told() -> None:
    table = "重点任务\t责任单位\n加强宣传引导\t把各项工作做得更好\n建立服务标准\t县市场监管局"
    notice = parse(NOTICE.format(table=table))
    assert [[party.name for party in clause.parties] for clause in notice.responsibilities] == [["县市场监管局"]]
    assert [d.name for d in notice.diagnostics] == ["unclear-body"]


def test_figures_that_no_column_explains_are_told() -> None:
    notice = parse(
        NOTICE.format(table="项目名称\t投资（万元）\t责任单位\n甲学校\t500\t县教育局\n乙学校\t800\t县教育局")
    )
    assert notice.targets == []
    assert [d.name for d in notice.diagnostics] == ["unclear-table"]
