"""Tables of targets: which cells are targets, and the tables that cannot be told apart."""

import pytest

from planparse import parse

NOTICE = """某市人民政府关于印发某市2022年工作计划的通知

各县（市、区）人民政府：
现将《某市2022年工作计划》印发给你们，请认真贯彻执行。
某市人民政府
2022年3月1日

某市2022年工作计划

一、工作目标
推进各项工作。
二、保障措施
加强领导。

附件
{title}
{table}
"""
TITLE = "某市2022年任务分解表"

Row = tuple[str, float | None, str | None, str | None]
PLACES = "县（市、区）\t新建学位\t改造校舍（所）\t合计\n甲县\t1.5\t3\t4.5\n乙市\t0.8\t2\t2.8\n合计\t2.3\t5\t7.3"
CASES: dict[str, tuple[str, list[Row]]] = {
    "places by measures, a unit above and one in a head": (
        f"单位：万个\n{PLACES}",
        [
            ("甲县|新建学位", 1.5, "万个", None),
            ("甲县|校舍", 3, "所", None),
            ("甲县|合计", 4.5, "万个", None),
            ("乙市|新建学位", 0.8, "万个", None),
            ("乙市|校舍", 2, "所", None),
            ("乙市|合计", 2.8, "万个", None),
        ],
    ),
    "places of three kinds in one head": (
        "旗县区\t能耗下降（%）\t建筑节能改造（万平方米）\n甲区\t6.5\t14\n乙旗\t6\t6.2",
        [
            ("甲区|能耗下降", 6.5, "%", None),
            ("甲区|建筑节能改造", 14, "万平方米", None),
            ("乙旗|能耗下降", 6, "%", None),
            ("乙旗|建筑节能改造", 6.2, "万平方米", None),
        ],
    ),
    "without a unit nothing is taken that needs one": (
        PLACES,
        [("甲县|校舍", 3, "所", None), ("乙市|校舍", 2, "所", None)],
    ),
    "projects by places, with their sum": (
        "序号\t项目\t单位\t甲镇\t乙街道\t合计\n1\t改厕\t户\t300\t-\t300\n2\t新建停车位\t个\t20\t45\t65",
        [
            ("甲镇|改厕", 300, "户", None),
            ("改厕", 300, "户", None),
            ("甲镇|停车位", 20, "个", None),
            ("乙街道|停车位", 45, "个", None),
            ("停车位", 65, "个", None),
        ],
    ),
    "columns of places with words are no numbers of theirs": (
        "序号\t项目\t甲镇\t乙街道\n1\t改厕（户）\t300\t已完成\n2\t停车位（个）\t20\t45",
        [],
    ),
    "places by years: what is counted is not said": ("地区\t2022年\t2023年\n甲县\t5\t6\n乙市\t7\t8", []),
    "a cell a line": (
        "指标名称\n单位\n2022年\n2023年\n公办幼儿园\n所\n12\n15\n在园幼儿\n万人\n3.1\n—",
        [("公办幼儿园", 12, "所", "2022年"), ("公办幼儿园", 15, "所", "2023年"), ("在园幼儿", 3.1, "万人", "2022年")],
    ),
    "a cell a line, with a head behind the years": (
        "序号\n指标\n2022年\n2023年\n属性\n1\n巩固率（%）\n95\n96\n约束性\n2\n毛入园率（%）\n88\n90\n预期性",
        [
            ("巩固率", 95, "%", "2022年"),
            ("巩固率", 96, "%", "2023年"),
            ("毛入园率", 88, "%", "2022年"),
            ("毛入园率", 90, "%", "2023年"),
        ],
    ),
    "set with blanks": (
        "序号    指标      2023年    属性\n1    巩固率（%）    96    约束性\n2    毛入园率（%）    ≥90    预期性",
        [("巩固率", 96, "%", "2023年"), ("毛入园率", 90, "%", "2023年")],
    ),
    "works by years, and their sum": (
        "单位：万亩\n序号\t工程名称\t2022—2023年合计\t2022年\t2023年\n1\t农田防护林\t26\t8\t18",
        [
            ("农田防护林", 26, "万亩", "2022—2023年"),
            ("农田防护林", 8, "万亩", "2022年"),
            ("农田防护林", 18, "万亩", "2023年"),
        ],
    ),
    "projects": ("项目名称\t投资（万元）\t责任单位\n甲学校\t500\t甲县\n乙学校\t800\t乙市", []),
}


TITLED: dict[str, tuple[str, str, list[Row]]] = {
    "a head without a name takes the title's": (
        "各县（市、区）2022年农村户厕改造目标任务表（单位：户）",
        "县（市、区）\t目标任务数\n甲县\t500\n乙市\t300\n合计\t800",
        [("甲县|农村户厕改造", 500, "户", None), ("乙市|农村户厕改造", 300, "户", None)],
    ),
    "a title that says only that tasks are shared out": (
        TITLE,
        "单位：户\n县（市、区）\t任务数\n甲县\t500\n乙市\t300",
        [],
    ),
    "places by years": (
        "2022—2023年各县（市、区）高标准农田建设计划表",
        "单位：万亩\n县（市、区）\t2022年\t2023年\n甲县\t5\t6\n合计\t5\t6",
        [("甲县|高标准农田", 5, "万亩", "2022年"), ("甲县|高标准农田", 6, "万亩", "2023年")],
    ),
    "places by years without a unit": (
        "2022—2023年各县（市、区）高标准农田建设计划表",
        "县（市、区）\t2022年\t2023年\n甲县\t5\t6",
        [],
    ),
}


@pytest.mark.parametrize("name", TITLED)
def test_titled_table(name: str) -> None:
    title, table, expected = TITLED[name]
    assert _cells(NOTICE.format(title=title, table=table)) == expected


@pytest.mark.parametrize("name", CASES)
def test_table(name: str) -> None:
    table, expected = CASES[name]
    text = NOTICE.format(title=TITLE, table=table)
    assert _cells(text) == expected
    notice = parse(text)
    assert len(notice.tables) == 1
    assert any(d.code == "P501" for d in notice.diagnostics) == (not expected)


def _cells(text: str) -> list[Row]:
    return [
        ("|".join(filter(None, (t.scope, t.indicator))), t.value, t.unit, t.deadline.text if t.deadline else None)
        for t in parse(text).targets
    ]
