"""Indicators: the same thing has the same key however two notices word it, and nothing is guessed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.lexicon.indicators import find_indicator, uniform
from planparse.lexicon.tables import rows

ROWS = list(rows("indicators.tsv"))
WORDINGS = [(key, wording) for key, _, _, _, cell in ROWS for wording in cell.strip("|").split("|")]


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (
            "energy-intensity-gdp",
            (
                "单位地区生产总值能耗",
                "单位生产总值能耗",
                "单位GDP能耗",
                "万元地区生产总值能耗",
                "单位地区生产总值能源消耗",
            ),
        ),
        ("energy-intensity-gdp", ("全市单位国内生产总值能耗", "能耗强度降低", "单位GDP能耗下降率", "单位GDP能耗（%）")),
        (
            "energy-intensity-industry",
            ("规模以上工业单位增加值能耗", "规模以上单位工业增加值能耗", "规上工业单位增加值能耗"),
        ),
        ("energy-consumption-increment", ("能源消费增量", "能耗增量控制目标")),
        ("non-fossil-share", ("非化石能源占能源消费总量比重", "非化石能源占能源消费总量的比重", "非化石能源消费占比")),
        ("cod-emission", ("化学需氧量排放总量", "COD排放量", "化学需氧量排放总量减排")),
        ("cod-project-reduction", ("化学需氧量重点工程减排量", "COD重点工程减排量")),
        ("voc-project-reduction", ("挥发性有机物重点工程减排量", "挥发性有机物（VOCs）重点工程减排量")),
        ("pm25-concentration", ("PM2.5浓度", "细颗粒物（PM₂.₅）年均浓度", "细颗粒物年均浓度")),
        ("national-section-good-share", ("8个国考断面优良水体比例", "国家考核断面水质优良比例")),
        ("carbon-intensity-gdp", ("单位地区生产总值二氧化碳排放", "单位GDP CO₂排放", "碳排放强度")),
        ("supply-network-leakage", ("公共供水管网漏损率", "城市公共供水管网漏损率")),
        ("nev-sales-share", ("新能源汽车新车销售量占新车销售总量", "新能源汽车新车销售量占新车销售总量的比重")),
        ("rail-water-freight-share", ("铁路、水路货运量占比", "铁路和水路货运量比例")),
        ("straw-use", ("秸秆综合利用率", "农作物秸秆综合利用率")),
        ("rd-intensity", ("全社会研发经费投入强度", "研究与试验发展经费投入强度", "R&D经费投入强度")),
        ("industrial-value-added", ("规模以上工业增加值", "规上工业增加值增速", "规模以上工业增加值年均增长")),
        ("preschool-enrolment", ("学前教育毛入园率", "学前三年毛入园率")),
        ("doctors-per-1000", ("每千人口执业（助理）医师数", "每千常住人口执业(助理)医师数")),
        ("life-expectancy", ("人均预期寿命",)),
        ("business-startup-time", ("企业开办时间",)),
        ("urban-new-jobs", ("城镇新增就业", "全省城镇新增就业人数")),
    ],
)
def test_one_key_for_all_wordings(key: str, names: tuple[str, ...]) -> None:
    assert {name: find_indicator(name) for name in names} == dict.fromkeys(names, key)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "单位建筑面积能耗",  # of buildings, or of public institutions
        "营运货车能耗强度",
        "化学需氧量、氨氮排放总量",
        "农作物秸秆综合利用率、畜禽粪污综合利用率",
        "省级及以上绿色工厂",
        "甘蔗叶综合利用率",
        "农村公路建设项目",
        "比重",
        "下降率",
    ],
)
def test_none_where_unsure(name: str) -> None:
    assert find_indicator(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("清洁取暖率", "城镇清洁取暖率"),
        ("农村生活污水治理率", "城镇生活污水处理率"),
        ("氮氧化物排放总量", "氮氧化物重点工程减排量"),
        ("每万人口发明专利拥有量", "每万人口高价值发明专利拥有量"),
        ("优良天数比率", "优良天数"),
        ("数据中心电能利用效率", "新建大型、超大型数据中心电能利用效率"),
    ],
)
def test_different_things_keep_different_keys(one: str, other: str) -> None:
    assert None not in (found := {find_indicator(one), find_indicator(other)})
    assert len(found) == 2


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_usual_name_has_its_key(row: list[str]) -> None:
    assert find_indicator(row[1]) == row[0]


def test_rows_are_well_formed() -> None:
    kinds = {"ratio", "rate", "measure", "money", "count", "time"}
    assert [
        row
        for row in ROWS
        if len(row) != 5 or row[2] not in kinds or row[3] not in ("up", "down", "either") or not row[4].startswith("|")
    ] == []
    assert [key for key, count in Counter(row[0] for row in ROWS).items() if count > 1] == []


def test_wordings_are_uniform_and_have_one_key() -> None:
    assert [wording for _, wording in WORDINGS if uniform(wording) != wording] == []
    assert [wording for wording, count in Counter(wording for _, wording in WORDINGS).items() if count > 1] == []


@given(st.sampled_from(WORDINGS), st.sampled_from(["全市", "全省", "全区", "全县", "我市", "全国"]))
def test_a_scope_word_changes_nothing(wording: tuple[str, str], scope: str) -> None:
    assert find_indicator(scope + wording[1]) == wording[0]


@given(st.text(max_size=40))
def test_any_text_is_safe(text: str) -> None:
    key = find_indicator(text)
    assert key is None or key in {row[0] for row in ROWS}


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (
            "energy-intensity-industry",
            ("单位工业增加值能耗（规模以上）", "规模以上工业增加值单位能耗", "工业规模以上单位增加值能耗"),
        ),
        ("family-farms", ("家庭农场数量", "家庭农场总数", "累计家庭农场")),
        ("supply-network-leakage", ("平均公共供水管网漏损率", "全省城市公共供水管网平均漏损率")),
        ("good-air-days-share", ("空气质量优良天数比率", "年度空气质量优良天数比例")),
        ("charging-points", ("各类充电桩", "充电桩数量")),
    ],
)
def test_order_and_manner_do_not_matter(key: str, names: tuple[str, ...]) -> None:
    assert {name: find_indicator(name) for name in names} == dict.fromkeys(names, key)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("森林覆盖率", "ratio", "forest-cover"),
        ("森林覆盖率", "measure", None),
        ("充电桩", "count", "charging-points"),
        ("充电桩", "measure", None),
        ("人均体育场地面积", "measure", "sports-area-per-person"),
        ("粮食产量", "ratio", "grain-output"),  # a share of change
        ("粮食产量", None, "grain-output"),
    ],
)
def test_a_unit_that_measures_something_else_refuses_the_key(name: str, kind: str | None, key: str | None) -> None:
    assert find_indicator(name, kind) == key
