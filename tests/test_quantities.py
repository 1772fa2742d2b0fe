"""Quantities: value, unit and comparator, and the numbers that are none."""

from decimal import Decimal

import pytest

from planparse.clauses import blank
from planparse.lexicon.numerals import read_numeral, read_year
from planparse.lexicon.units import canonical_quantity, unit_at
from planparse.rules.targets.quantities import find_quantities

ROWS = [
    ("下降17%", [("17", None, "%", "eq")]),
    ("控制在3128吨、199吨以内", [("3128", None, "吨", "le"), ("199", None, "吨", "le")]),
    ("分别达到90%和65%以上", [("90", None, "%", "ge"), ("65", None, "%", "ge")]),
    ("分别达到98%、97%、95%以上", [("98", None, "%", "ge"), ("97", None, "%", "ge"), ("95", None, "%", "ge")]),
    ("分别降低20个、10个百分点", [("20", None, "个百分点", "eq"), ("10", None, "个百分点", "eq")]),
    ("创建1—2个示范园区", [("1", "2", "个", "range")]),
    ("控制在5%-8%", [("5", "8", "%", "range")]),
    ("不超过1.3", [("1.3", None, None, "le")]),
    ("降到1.25以下", [("1.25", None, None, "le")]),
    ("实施超过150个项目", [("150", None, "个", "gt")]),
    ("新增注册证超500件", [("500", None, "件", "gt")]),
    ("10个左右园区", [("10", None, "个", "approx")]),
    ("培育100余家企业", [("100", None, "家", "approx")]),
    ("下降百分之二十", [("20", None, "%", "eq")]),
    ("三个集聚区", [("3", None, "个", "eq")]),
    ("达到28微克/立方米", [("28", None, "微克/立方米", "eq")]),
    ("死亡率控制在9/10万以下", [("9", None, "/10万", "le")]),
    ("总量1,754万吨", [("1754", None, "万吨", "eq")]),
    ("绿色园区（含集聚区3个）6个", [("6", None, "个", "eq")]),
    ("排名进入前10位", [("10", None, "位", "le")]),
    ("稳居全国前3名", [("3", None, "名", "le")]),
    # numbers that are names, dates or ratings
    ("PM2.5和臭氧", []),
    ("推动5G融合", []),
    ("第三类医疗器械", []),
    ("建成一批园区", []),
    ("三大产业", []),
    ("三级网络", []),
    ("限制一次性用品", []),
    ("2025年", []),
    ("6月30日", []),
    ("12345热线", []),
    ("排名前10位的企业", []),
    ("车桩比例达到4:1", [("4", None, ":1", "eq")]),
    ("师生比达到1:19", []),
    ("控制在35微克每立方米以内", [("35", None, "微克每立方米", "le")]),
    ("不得再低于30%", [("30", None, "%", "ge")]),
    ("新建220千伏变电站", []),
    ("“百县千村万户”工程", []),
]


@pytest.mark.parametrize(("clause", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_quantities(clause: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    found = find_quantities(blank(clause))
    assert [(str(q.value), q.value_max and str(q.value_max), q.unit, q.comparator) for q in found] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,754", 1754),
        ("20.8", Decimal("20.8")),
        ("二十五", 25),
        ("两", 2),
        ("一百零五", 105),
        ("五五", None),
        ("十百", None),
    ],
)
def test_numerals(text: str, value: Decimal | int | None) -> None:
    assert read_numeral(text) == value


def test_years() -> None:
    assert [read_year(text) for text in ("2025", "二〇二五", "二○一八", "20255", "二五")] == [
        2025,
        2025,
        2018,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("万吨标准煤以内", "万吨标准煤"),
        ("千瓦时", "千瓦时"),
        ("克标准煤/千瓦时", "克标准煤/千瓦时"),
        ("件/万人", "件/万人"),
        ("个百分点", "个百分点"),
        ("个工作日", "个工作日"),
        ("家企业", "家"),
        ("大产业", None),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    found = unit_at(text, 0)
    assert (found.text if found else None) == unit


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("3.5", "万吨/日", ("35000", "吨/日")),
        ("10.3", "万吨标准煤", ("103000", "吨标准煤")),
        ("1", "亿平方米", ("100000000", "平方米")),
        ("1.3", None, ("1.3", None)),
        ("20", "个百分点", ("20", "个百分点")),
        ("5", "某单位", None),
    ],
)
def test_canonical_quantity(value: str, unit: str | None, expected: tuple[str, str | None] | None) -> None:
    found = canonical_quantity(Decimal(value), None, unit)
    assert (found and (str(found[0]), found[2])) == expected
