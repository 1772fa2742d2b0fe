"""Indicators: the same thing has the same key however two notices word it, and nothing is guessed."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse import lexicon
from planparse.lexicon.indicators import find_indicator, index_page, uniform
from planparse.lexicon.tables import rows

DATA = Path(lexicon.__file__).parent / "data"
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
        # the parts stand in any order, with modifiers that change nothing
        ("energy-intensity-industry", ("单位工业增加值能耗（规模以上）", "单位增加值能耗（规模以上工业）")),
        ("forest-cover", ("森林覆盖率", "全省森林覆盖率", "力争森林覆盖率", "森林的覆盖率")),
        ("good-air-days-share", ("空气质量优良天数比率", "空气质量优良天数比例", "优良天数占比")),
        ("pm10-concentration", ("可吸入颗粒物（PM10）浓度", "PM10年平均浓度", "可吸入颗粒物浓度下降率")),
        ("non-fossil-share", ("非化石能源占一次能源消费比重", "非化石能源消费占能源消费总量的比重")),
        ("water-intensity-industry", ("万元工业增加值用水量", "单位工业增加值用水量")),
        ("green-building-share-new", ("绿色建筑占新建建筑比例", "新建建筑中绿色建筑占比")),
        ("doctors-per-1000", ("每千名常住人口拥有执业（助理）医师", "每千人执业(助理)医师数")),
        ("high-standard-farmland", ("新建高标准农田", "累计建成高标准农田", "新增高标准农田面积")),
        ("wind-solar-capacity", ("风电、太阳能发电总装机容量", "风电和太阳能发电总装机")),
        ("nev-sales-share", ("新能源汽车新车销售量占汽车新车销售总量的比重",)),
        ("rural-toilets-safe", ("农村无害化卫生厕所普及率",)),
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
        "农村公路",
        "比重",
        "下降率",
        "新建建筑占绿色建筑比重",  # the parts the other way round
        "地区生产总值占研发投入比重",
        "市级重点实验室",
        "全国重点实验室建设进度",
        "港口森林覆盖率",
        "规模以上工业增加值用电量",
        "城镇居民消费信心",
    ],
)
def test_none_where_unsure(name: str) -> None:
    assert find_indicator(name) is None


@pytest.mark.parametrize(
    ("name", "unit", "key"),
    [
        ("森林覆盖率", "%", "forest-cover"),
        ("森林覆盖率", "万亩", None),
        ("森林蓄积量", "万立方米", "forest-stock"),
        ("森林蓄积量", "%", "forest-stock"),  # its growth
        ("高新技术企业", "家", "high-tech-firms"),
        ("高新技术企业", "亿元", None),
        ("充电桩", "万千瓦", None),
        ("企业开办时间", "个工作日", "business-startup-time"),
        ("粮食产量", "亿斤", "grain-output"),
        ("粮食产量", "亿元", None),
        ("粮食产量", "甲乙", "grain-output"),
        ("生活垃圾焚烧处理能力", "万吨/日", "waste-incineration-capacity"),
        ("PM2.5浓度", "微克/立方米", "pm25-concentration"),
        ("人均预期寿命", "岁", "life-expectancy"),
        ("婴儿死亡率", "‰", "infant-mortality"),
        ("新建城镇居民人均可支配收入", "元", None),  # only what is counted or measured can be added
    ],
)
def test_the_unit_has_to_fit(name: str, unit: str, key: str | None) -> None:
    assert find_indicator(name, unit) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("清洁取暖率", "城镇清洁取暖率"),
        ("农村生活污水治理率", "城镇生活污水处理率"),
        ("氮氧化物排放总量", "氮氧化物重点工程减排量"),
        ("每万人口发明专利拥有量", "每万人口高价值发明专利拥有量"),
        ("优良天数比率", "优良天数"),
        ("农村卫生厕所普及率", "农村无害化卫生厕所普及率"),
        ("新增及更新公交车中新能源车辆比例", "新能源公交车占比"),
        ("规模以上工业总产值", "规模以上工业增加值"),
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
    parts = Counter((*map("".join, map(sorted, wording.partition("占"))),) for _, wording in WORDINGS)
    assert [wording for wording, count in parts.items() if count > 1] == []


@given(st.sampled_from(WORDINGS), st.sampled_from(["全市", "全省", "全区", "全县", "我市", "全国"]))
def test_a_scope_word_changes_nothing(wording: tuple[str, str], scope: str) -> None:
    assert find_indicator(scope + wording[1]) == wording[0]


@given(st.text(max_size=40))
def test_any_text_is_safe(text: str) -> None:
    key = find_indicator(text)
    assert key is None or key in {row[0] for row in ROWS}


def test_the_index_is_that_of_the_table() -> None:
    assert (DATA / "indicator_index.tsv").read_text("utf-8") == index_page(), "run “make generate”"
