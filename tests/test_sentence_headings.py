"""Items whose heading is the sentence itself, and items that a bullet or a number opens."""

import pytest

from planparse import parse

PLAN = """某市节能行动方案（2021—2025年）

一、主要目标

到2025年，形成绿色发展格局。

二、主要任务

（一）强化管理。
{items}

三、保障措施

（一）加强领导。各级要高度重视。
"""

# The items, and what they commit to: section, indicator, value, last day.
ITEMS = [
    ("1.到2025年，建成充电桩1万个。", [("2.1.1", "充电桩", 1, "2025-12-31")]),
    ("1.2022年底前，完成老旧小区改造50个。（市住建局负责）", [("2.1.1", "老旧小区改造", 50, "2022-12-31")]),
    ("1.新建污水管网30公里。\n责任单位：市住建局", [("2.1.1", "污水管网", 30, None)]),
    ("1.2021年6月底前，制定出台实施细则。", [("2.1.1", "制定出台实施细则", None, "2021-06-30")]),
    (
        "1.到2025年，建成充电桩1万个。新能源汽车占比达到20%。",
        [("2.1.1", "充电桩", 1, "2025-12-31"), ("2.1.1", "新能源汽车占比", 20, "2025-12-31")],
    ),
    ("1.完善体系。到2023年，体系覆盖率达到90%。", [("2.1.1", "体系覆盖率", 90, "2023-12-31")]),
    ("1.实施100个重点项目。加强调度。", []),
    (
        "（1）2023年建成5G基站1000座；\n（2）2024年建成5G基站2000座。",
        [("2.1", "5G基站", 1000, "2023-12-31"), ("2.1", "5G基站", 2000, "2024-12-31")],
    ),
    ("• 开展入户宣传10万户。\n◆ 建成示范点5个。", [("2.1", "入户宣传", 10, None), ("2.1", "示范点", 5, None)]),
]


@pytest.mark.parametrize(("items", "expected"), ITEMS)
def test_items(items: str, expected: list[tuple[str, str, float | None, str | None]]) -> None:
    found = parse(PLAN.format(items=items)).targets
    last = [(t.section_id, t.indicator, t.value, t.deadline and t.deadline.end) for t in found]
    assert last[1:] == expected, found  # the first is that of the goals
